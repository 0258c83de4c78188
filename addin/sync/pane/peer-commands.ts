import type { Me } from "../../../shared/contract.ts";
import { canWrite } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Desk } from "./desk.ts";
import type { Memory } from "./memory.ts";

/**
 * Brings the indexes of peers of the linked records up to date. Where the service cannot be asked the pane goes on with
 * what it has: the service judges again whatever is sent.
 */
export async function refreshPeers({ memory, deps }: Desk, signal?: AbortSignal): Promise<void> {
  const { me } = memory;
  if (!me) return;
  for (const sheet of judgedRecords(memory, me)) {
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

/** Whether a linked record has no index yet. */
export function lacksPeers({ memory }: Desk): boolean {
  const { me, peers } = memory;
  return me !== null && judgedRecords(memory, me).some(({ id }) => peers.versionOf(id) === undefined);
}

/** The linked records that the person writes and that rules or keys judge by others' rows. */
function judgedRecords({ links }: Memory, me: Me): readonly Sheet[] {
  const isJudged = ({ peers = [], keys }: Sheet) => peers.length + keys.length > 0;
  const sheets = new Set([...links.values()].map(({ sheet }) => sheet));
  return [...sheets].filter((sheet) => canWrite(sheet, me.person.role) && isJudged(sheet));
}
