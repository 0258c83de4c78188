import type { Me } from "../../../shared/contract.ts";
import { canWrite } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Desk } from "./desk.ts";

/**
 * Brings the indexes of peers of the linked records up to date. Where the service cannot be asked the pane goes on with
 * what it has: the service judges again whatever is sent.
 */
export async function refreshPeers({ memory, deps }: Desk, signal?: AbortSignal): Promise<void> {
  const { me } = memory;
  if (!me) return;
  for (const sheet of writtenRecords(
    [...memory.links.values()].map((state) => state.sheet),
    me,
  )) {
    const known = memory.peers.versionOf(sheet.id);
    const result = await deps.api.peers(
      sheet.id,
      { schema: memory.schema, ...(known ? { known } : {}) },
      signal,
    );
    if (!result.ok) return;
    memory.peers.keep(sheet, me.person.role, result.value);
  }
}

function writtenRecords(sheets: readonly Sheet[], me: Me): readonly Sheet[] {
  const judged = (sheet: Sheet) => (sheet.peers ?? []).length + sheet.keys.length > 0;
  return [...new Set(sheets)].filter((sheet) => canWrite(sheet, me.person.role) && judged(sheet));
}
