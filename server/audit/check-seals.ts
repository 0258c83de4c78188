import { hash } from "node:crypto";
import { eventDetails } from "../../shared/model/audited-event.ts";
import type { Session } from "../db/database.ts";
import { readAnonymisations, readErasures, readErasingEvents, type Erasure } from "../db/read-chain.ts";
import type { Finding } from "./finding.ts";

/** Says which commitments an anonymisation put in the place of which: the event keeps it, and is chained like all. */
export function sealOf(erasures: readonly Pick<Erasure, "entry" | "was" | "now">[]): string {
  return hash("sha256", erasures.map(({ entry, was, now }) => `${entry}:${was}:${now}`).join("|"));
}

/** Whether each anonymisation erased what its event says, and nothing was erased without one. */
export async function checkSeals(session: Pick<Session, "read">): Promise<Finding | undefined> {
  const events = await readAnonymisations(session);
  const known = new Set(events.map(({ seq }) => seq));
  const unknown = (await readErasingEvents(session)).find((event) => !known.has(event));
  if (unknown !== undefined) return { code: "unsealed-erasure", event: unknown };
  for (const { seq, details } of events) {
    const erasures = await readErasures(session, seq);
    const told = eventDetails.anonymised.safeParse(JSON.parse(details));
    const isSealed =
      told.success && told.data.entries === erasures.length && told.data.seal === sealOf(erasures);
    if (!isSealed) return { code: "unsealed-erasure", event: seq };
  }
  return undefined;
}
