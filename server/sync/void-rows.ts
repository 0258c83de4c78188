import type { VoidAnswer } from "../../shared/contract.ts";
import { canWriteWholeRows, mayTouch, type Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Authorship, PushStore, RowChange } from "./push-store.ts";
import { standingOf, voidedKey, type LoadedRow } from "./stored-row.ts";
import { isLocked } from "./verify-rows.ts";

export interface VoidRequest {
  readonly sheet: Sheet;
  readonly person: Person;
  readonly author: Authorship;
  readonly rows: readonly { readonly id: string; readonly base: number }[];
  readonly reason: string;
}

type VoidResult = VoidAnswer["answers"][number]["result"];

/**
 * Takes rows out of every count. A row that changed since `base` is left as it is: whoever voids it has not seen what
 * it says now; one that is validated is too. Voiding again what one voided oneself answers the same.
 */
export async function voidRows(
  { sheet, person, author, rows, reason }: VoidRequest,
  world: { readonly store: PushStore; readonly versionAfter: (version: number) => number },
): Promise<VoidAnswer> {
  const state = await world.store.load(sheet, new Map(rows.map(({ id, base }) => [id, base])));
  const changes = new Map<string, RowChange>();
  const answers = rows.map(({ id, base }) => {
    const loaded = state.get(id) ?? { current: null, later: [] };
    const result = judge(sheet, person, loaded, base);
    if (result === "voided" && loaded.current && !loaded.current.voided) {
      const version = world.versionAfter(loaded.current.version);
      const status = standingOf(loaded.current);
      changes.set(id, { ...voiding, sheet, id, version, row: loaded.current.values, status, reason });
    }
    return { id, result };
  });
  const seq = await world.store.commit([...changes.values()], author);
  return { seq, answers };
}

const voiding = { before: { [voidedKey]: 0 }, after: { [voidedKey]: 1 }, voided: true } as const;

function judge(sheet: Sheet, person: Person, { current, later }: LoadedRow, base: number): VoidResult {
  if (!canWriteWholeRows(sheet, person.role)) return "forbidden";
  // Of a row that the person may not see they do not even learn that there is one.
  if (!current || !mayTouch(sheet, person, "read", current.values)) return "gone";
  if (!mayTouch(sheet, person, "write", current.values)) return "forbidden";
  if (isLocked(current)) return "locked";
  if (!current.voided) return current.version === base ? "voided" : "stale";
  const [last, ...before] = later;
  return last?.by === person.id && before.length === 0 ? "voided" : "gone";
}
