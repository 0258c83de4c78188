import { keptFileOf } from "../db/audited-lines.ts";
import type { Session } from "../db/database.ts";
import { readFiles, readRemovalEntries } from "../db/personal-rows.ts";
import type { ErasedFiles } from "./erase-files.ts";
import type { ErasurePlan, RowPlace } from "./plan-erasures.ts";

/** A file of a row, by the name with which it was attached. */
interface FilePlace extends RowPlace {
  readonly name: string;
}

/** What may still tell of the person once their data are erased: somebody has to look at it. */
export interface Remains {
  /** Rows of somebody else that go on saying what was written while they named the person. */
  readonly rows: readonly RowPlace[];
  /** Files of rows that once named the person, also those that were removed. */
  readonly files: readonly FilePlace[];
  /** Places in the audit of events that keep the words with which somebody removed one of all those files. */
  readonly removals: readonly number[];
  /** Contents of their files that another row has too. */
  readonly shared: number;
}

export async function findRemains(
  session: Pick<Session, "read">,
  { former, doubtful }: ErasurePlan,
  { removed, shared }: ErasedFiles,
): Promise<Remains> {
  const files = [];
  for (const place of former)
    for (const { row } of await readFiles(session, place.sheet.id, [place.id]))
      files.push({ ...place, file: keptFileOf(row) });
  const ids = [...removed, ...files.map(({ file }) => file.id)];
  return {
    rows: doubtful,
    files: files.map(({ sheet, id, file }) => ({ sheet, id, name: file.name })),
    removals: await readRemovalEntries(session, ids),
    shared,
  };
}
