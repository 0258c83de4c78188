import type { LeaseAnswer } from "../../shared/contract/lease.ts";
import type { Person } from "../../shared/model/access.ts";

/** Seconds that a lease lasts without being renewed. */
const leaseSeconds = 30;
/** Leases that one person's panes may hold at once. */
const mostOfPerson = 50;

interface Lease {
  readonly person: string;
  readonly name: string;
  readonly pane: string;
  readonly endsAt: number;
}

/** Which pane of each workbook works by itself. In memory: what is lost with the process is taken again. */
export interface Leases {
  /** Takes or renews; undefined where one person holds more than anybody needs. */
  take(workbook: string, who: Person & { readonly name: string }, pane: string): LeaseAnswer | undefined;
  release(workbook: string, who: Person, pane: string): void;
}

export function createLeases(now: () => Date): Leases {
  const leases = new Map<string, Lease>();

  const sweep = (time: number) => {
    for (const [workbook, { endsAt }] of leases) if (endsAt <= time) leases.delete(workbook);
  };
  const isOf = (lease: Lease | undefined, person: Person, pane: string) =>
    lease?.person === person.id && lease.pane === pane;
  return {
    take(workbook, person, pane) {
      const time = now().getTime();
      sweep(time);
      const lease = leases.get(workbook);
      if (lease && !isOf(lease, person, pane))
        return { result: "taken", by: lease.name, seconds: Math.ceil((lease.endsAt - time) / 1_000) };
      const held = [...leases.values()].filter((one) => one.person === person.id);
      if (!lease && held.length >= mostOfPerson) return undefined;
      const endsAt = time + leaseSeconds * 1_000;
      leases.set(workbook, { person: person.id, name: person.name, pane, endsAt });
      return { result: "held", seconds: leaseSeconds };
    },
    release(workbook, person, pane) {
      if (isOf(leases.get(workbook), person, pane)) leases.delete(workbook);
    },
  };
}
