import type { Sheet } from "../../shared/model/sheet.ts";
import { groupBy } from "../group-by.ts";
import type { AnsweredPush, Authorship, RowChange } from "../sync/push-store.ts";
import type { Session } from "./database.ts";
import { indexRows, type PeerIndexed } from "./peer-texts.ts";
import { insertNotes } from "./revision-notes.ts";
import { storedColumns } from "./sheet-table.ts";
import { identifier, numberOf, statement, toJson, type Statement } from "./statement.ts";

/** How long a push may be repeated and get the very answer it had; after that it is decided by content. */
const keepAnswersForDays = 7;

/**
 * Writes revisions, rows and the answer as one batch, and gives the place in the history after it. The places are taken
 * from what was read, so that the primary key of `revisions` refuses the whole batch if anybody wrote in between.
 */
export async function commitChanges(
  session: Session,
  changes: readonly RowChange[],
  author: Authorship,
  { answered, indexed }: { readonly answered: AnsweredPush | undefined; readonly indexed: PeerIndexed },
): Promise<number> {
  const before = await readSeq(session);
  const placed = changes.map((change, index) => ({ change, seq: before + index + 1 }));
  const seq = before + changes.length;
  const statements = [
    ...(placed.length > 0 ? [insertRevisions(placed, author, answered)] : []),
    ...insertNotes(placed),
    ...[...groupBy(placed, ({ change }) => change.sheet)].flatMap(([sheet, rows]) => [
      upsertRows(sheet, rows),
      ...indexChanges(rows, indexed.get(sheet.id) ?? []),
    ]),
    ...(answered ? keepAnswer(answered, author, seq) : []),
  ];
  if (statements.length > 0) await session.write(statements);
  return seq;
}

/** The newest place in the history; 0 before the first change. */
export async function readSeq(session: Pick<Session, "read">): Promise<number> {
  const [rows = []] = await session.read([seqStatement]);
  return rows[0] ? numberOf(rows[0], "seq") : 0;
}

export const seqStatement = statement("SELECT ifnull(max(seq), 0) AS seq FROM revisions");

interface PlacedChange {
  readonly change: RowChange;
  readonly seq: number;
}

function insertRevisions(
  placed: readonly PlacedChange[],
  { by, at, workbook }: Authorship,
  answered: AnsweredPush | undefined,
): Statement {
  const rows = placed.map(({ seq, change }) => [
    seq,
    change.sheet.id,
    change.id,
    change.version,
    change.reason,
    change.before,
    change.after,
  ]);
  return statement(
    `INSERT INTO revisions (seq, sheet, "row", version, reason, "before", "after", at, "by", workbook, push)
     SELECT j.value->>'$[0]', j.value->>'$[1]', j.value->>'$[2]', j.value->>'$[3]', j.value->>'$[4]',
            j.value->'$[5]', j.value->'$[6]', ?, ?, ?, ? FROM json_each(?) j`,
    at,
    by,
    workbook,
    answered?.pushId ?? null,
    toJson(rows),
  );
}

function upsertRows(sheet: Sheet, placed: readonly PlacedChange[]): Statement {
  const keys = storedColumns(sheet);
  const names = ["_id", "_version", "_seq", "_created", "_voided", ...keys].map(identifier);
  const rows = placed.map(({ seq, change }) => [
    change.id,
    change.version,
    seq,
    seq,
    change.voided ? 1 : 0,
    ...keys.map((key) => change.row[key] ?? null),
  ]);
  const updates = names
    .filter((name) => name !== '"_id"' && name !== '"_created"')
    .map((name) => `${name} = excluded.${name}`);
  return statement(
    `INSERT INTO ${identifier(sheet.id)} (${names.join(", ")})
     SELECT ${names.map((_, index) => `j.value->>'$[${index}]'`).join(", ")} FROM json_each(?) j WHERE true
     ON CONFLICT (_id) DO UPDATE SET ${updates.join(", ")}`,
    toJson(rows),
  );
}

/** A row that is changed twice in one push says what the second change says. */
function indexChanges(placed: readonly PlacedChange[], columns: readonly string[]): readonly Statement[] {
  return columns.flatMap((column) => {
    const changed = placed.filter(({ change }) => Object.hasOwn(change.after, column));
    const last = new Map(changed.map(({ change }) => [change.id, change]));
    const sheet = changed[0]?.change.sheet;
    return sheet ? indexRows(sheet.id, [column], [...last.values()]) : [];
  });
}

function keepAnswer(
  { pushId, content, answers }: AnsweredPush,
  { by, at }: Authorship,
  seq: number,
): readonly Statement[] {
  return [
    statement(
      "INSERT INTO pushes (id, person, content, at, answer) VALUES (?, ?, ?, ?, ?)",
      pushId,
      by,
      content,
      at,
      toJson({ seq, answers }),
    ),
    statement(
      "DELETE FROM pushes WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?)",
      at,
      `-${keepAnswersForDays} days`,
    ),
  ];
}
