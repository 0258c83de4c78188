import { groupBy } from "../../shared/group-by.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Session } from "../db/database.ts";
import { valuesOfText } from "../db/load-rows.ts";
import { readEntered, readRows, type EnteredRevision } from "../db/personal-rows.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import type { Subject } from "./find-subject.ts";
import { readOnceNamed } from "./once-named.ts";
import { replayFormer, type FormerRow } from "./former-rows.ts";

type Reading = Pick<Session, "read">;

/** A row that is about somebody else now and once named the person, with what each of its versions says of them. */
export interface FormerlyTheirs {
  readonly row: StoredRow;
  readonly versions: readonly (EnteredRevision & { readonly says: FormerRow["versions"][number] })[];
  /** Whether it says of somebody else too what was written while it named the person. */
  readonly isDoubtful: boolean;
}

/** The rows of a record that named the person once, and name them no more. */
export async function readFormer(
  session: Reading,
  sheet: Sheet,
  subject: Subject,
): Promise<readonly FormerlyTheirs[]> {
  const own = new Set(subject.rows.get(sheet));
  const once = await readOnceNamed(session, sheet);
  const naming = once.filter(({ id, text }) => !own.has(id) && subject.named.has(text));
  const ids = [...new Set(naming.map(({ id }) => id))];
  const rows = await readRows(session, sheet, ids);
  const entered = groupBy(await readEntered(session, sheet, ids), ({ revision }) => revision.row);
  return rows.map((row) => {
    const revisions = entered.get(row.id) ?? [];
    const afters = revisions.map(({ revision }) => valuesOfText(revision.after));
    const { versions, doubtful } = replayFormer(sheet, afters, subject.named);
    return {
      row,
      versions: revisions.map((one, index) => ({ ...one, says: versionOf(versions, index, row.id) })),
      isDoubtful: doubtful.length > 0,
    };
  });
}

function versionOf(versions: FormerRow["versions"], index: number, id: string) {
  const version = versions[index];
  if (!version) throw new Error(`row ${id} has a version that was not replayed`);
  return version;
}
