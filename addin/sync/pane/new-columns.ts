import { readableColumns } from "../../../shared/model/access.ts";
import type { Role } from "../../../shared/model/role.ts";
import type { Memory } from "./memory.ts";

/** An id that no column of a table has. */
const noColumn = -1;

/**
 * Columns that records gained since their formats were inserted are missing from the tables, and are added as a column
 * is restored that somebody deleted. The staff's own sheets have the columns that the staff gave them.
 */
export function noteNewColumns({ links }: Memory, role: Role): void {
  for (const [id, state] of links) {
    const { link, sheet } = state;
    const { defined, origin, layout } = link;
    if (!defined || origin !== null || layout !== "list") continue;
    const known = new Set([...defined, ...Object.keys(link.columns)]);
    const added = readableColumns(sheet, role).filter((key) => !known.has(key));
    if (added.length === 0) continue;
    const columns = { ...link.columns, ...Object.fromEntries(added.map((key) => [key, noColumn])) };
    links.set(id, { ...state, link: { ...link, columns } });
  }
}
