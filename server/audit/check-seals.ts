import { hash } from "node:crypto";
import { eventDetails, type EventDetails } from "../../shared/model/audited-event.ts";
import {
  readAnonymisations,
  readErased,
  readErasingEvents,
  type ErasedLine,
} from "../db/audit-anonymisations.ts";
import type { Session } from "../db/database.ts";
import type { Erasure } from "../db/read-chain.ts";
import type { Finding, ToldAnonymisation } from "./finding.ts";
import { findStrayErasure, rowsOf } from "./stray-erasure.ts";

type Checked = { readonly finding: Finding } | { readonly anonymisations: readonly ToldAnonymisation[] };

/** Says which commitments an anonymisation put in the place of which: the event keeps it, and is chained like all. */
export function sealOf(erasures: readonly Pick<Erasure, "entry" | "was" | "now">[]): string {
  return hash("sha256", erasures.map(({ entry, was, now }) => `${entry}:${was}:${now}`).join("|"));
}

/** Whether each anonymisation erased what its event says, of its person's rows, and nothing was erased without one. */
export async function checkSeals(session: Pick<Session, "read">): Promise<Checked> {
  const events = await readAnonymisations(session);
  const known = new Set(events.map(({ seq }) => seq));
  const unknown = (await readErasingEvents(session)).find((event) => !known.has(event));
  if (unknown !== undefined) return { finding: { code: "unsealed-erasure", event: unknown } };
  const anonymisations: ToldAnonymisation[] = [];
  for (const { seq, n, at, by, details } of events) {
    const erased = await readErased(session, seq);
    const told = eventDetails.anonymised.safeParse(JSON.parse(details));
    if (!told.success || !isSealed(told.data, erased))
      return { finding: { code: "unsealed-erasure", event: seq } };
    const { rows, reason } = told.data;
    const stray = findStrayErasure(rows, erased);
    if (stray) return { finding: { code: "stray-erasure", n: stray.entry, event: seq } };
    anonymisations.push({ n, at, by, reason, rows: rowsOf(rows, erased) });
  }
  return { anonymisations };
}

function isSealed(
  { entries, files, seal }: EventDetails<"anonymised">,
  erased: readonly ErasedLine[],
): boolean {
  const erasedFiles = erased.filter(({ kind }) => kind === "attachment");
  return entries === erased.length && files === erasedFiles.length && seal === sealOf(erased);
}
