import type { Sheet } from "../../shared/model/sheet.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import type { AnsweredPush, Authorship, RowChange } from "../sync/push-store.ts";
import { appendEntries, headOf, headStatement } from "./audit-chain.ts";
import { revisionEntry } from "./audited-lines.ts";
import type { Session } from "./database.ts";
import { indexRows, type PeerIndexed } from "./peer-texts.ts";
import { insertNotes, notesTextOf } from "./revision-notes.ts";
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
  const [seqs = [], heads = []] = await session.read([seqStatement, headStatement]);
  const before = seqs[0] ? numberOf(seqs[0], "seq") : 0;
  const placed = changes.map((change, index) => ({ change, seq: before + index + 1 }));
  const seq = before + changes.length;
  const revisions = placed.map((one) => keptRevision(one, author, answered));
  const statements = [
    ...insertRevisions(revisions),
    ...insertNotes(revisions),
    ...appendEntries(headOf(heads), revisions.map(revisionEntry)),
    ...[...groupBy(placed, ({ change }) => change.sheet)].flatMap(([sheet, rows]) => [
      upsertRows(sheet, rows),
      ...indexChanges(rows, indexed.get(sheet.id) ?? []),
    ]),
    ...(answered ? keepAnswer(answered, author, seq) : []),
    ...(answered && changes.length > 0 ? [keepAct(answered, author, seq)] : []),
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

/** The very texts that are stored: the audit commits itself to each of their characters. */
function keptRevision(
  { seq, change }: PlacedChange,
  { by, at, workbook }: Authorship,
  answered: AnsweredPush | undefined,
): KeptRevision {
  const { sheet, id: row, version, reason } = change;
  const texts = { before: toJson(change.before), after: toJson(change.after) };
  const { accepted = null, typed = null } = notesTextOf(change) ?? {};
  const push = answered?.pushId ?? null;
  return { seq, sheet: sheet.id, row, version, at, by, workbook, push, reason, ...texts, accepted, typed };
}

export function insertRevisions(revisions: readonly KeptRevision[]): readonly Statement[] {
  const [first] = revisions;
  if (!first) return [];
  const rows = revisions.map((one) => [
    one.seq,
    one.sheet,
    one.row,
    one.version,
    one.reason,
    one.before,
    one.after,
  ]);
  return [
    statement(
      `INSERT INTO revisions (seq, sheet, "row", version, reason, "before", "after", at, "by", workbook, push)
       SELECT j.value->>'$[0]', j.value->>'$[1]', j.value->>'$[2]', j.value->>'$[3]', j.value->>'$[4]',
              j.value->>'$[5]', j.value->>'$[6]', ?, ?, ?, ? FROM json_each(?) j`,
      first.at,
      first.by,
      first.workbook,
      first.push,
      toJson(rows),
    ),
  ];
}

function upsertRows(sheet: Sheet, placed: readonly PlacedChange[]): Statement {
  const keys = storedColumns(sheet);
  const names = ["_id", "_version", "_seq", "_created", "_voided", "_status", ...keys].map(identifier);
  const rows = placed.map(({ seq, change }) => [
    change.id,
    change.version,
    seq,
    seq,
    change.voided ? 1 : 0,
    change.status,
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
  { pushId, content, role, answer }: AnsweredPush,
  { by, at }: Authorship,
  seq: number,
): readonly Statement[] {
  return [
    statement(
      "INSERT OR REPLACE INTO pushes (id, person, content, at, answer) VALUES (?, ?, ?, ?, ?)",
      pushId,
      by,
      content,
      at,
      toJson({ seq, role, ...answer }),
    ),
    statement(
      "DELETE FROM pushes WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?)",
      at,
      `-${keepAnswersForDays} days`,
    ),
  ];
}

/** A push that is sent again after its answer was forgotten stays part of what it was part of. */
function keepAct({ pushId, act, undoes }: AnsweredPush, author: Authorship, seq: number): Statement {
  return statement(
    "INSERT OR IGNORE INTO acts (push, act, person, at, workbook, undoes, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
    pushId,
    act,
    author.by,
    author.at,
    author.workbook,
    undoes ?? null,
    seq,
  );
}
