import { canRead, ownColumn, type Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Database } from "../db/database.ts";
import { readChanges } from "../db/read-changes.ts";

/** The records of which a pull from a place in the history on would bring this person something. */
export async function recordsChangedSince(
  database: Pick<Database, "read">,
  sheets: readonly Sheet[],
  person: Person,
  seq: number,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const sheet of sheets.filter((one) => canRead(one, person.role))) {
    const column = ownColumn(sheet, person.role, "read");
    const { rows } = await readChanges(database, {
      sheet,
      after: seq,
      first: false,
      own: column === undefined ? undefined : { column, person: person.id },
      from: undefined,
      rows: 1,
      characters: 1,
    });
    if (rows.length > 0) changed.add(sheet.id);
  }
  return changed;
}
