import { z } from "zod";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { keptRevisionOf } from "./audited-lines.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import type { Session } from "./database.ts";
import { erasedText } from "./erased-text.ts";
import { storedRowOf, storedRowSql } from "./load-rows.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import { identifier, literal, numberOf, statement, textOf, toJson, type SqlRow } from "./statement.ts";

type Reading = Pick<Session, "read">;

/** A version of a row with its entry in the audit. */
export interface EnteredRevision {
  readonly revision: KeptRevision;
  readonly entry: { readonly n: number; readonly salt: string };
}

/** What every row of a record, void ones too, says in some columns. */
export async function readColumns(
  session: Reading,
  sheet: Sheet,
  columns: readonly string[],
): Promise<readonly { readonly id: string; readonly values: Row }[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT _id AS id, ${columns.map(identifier).join(", ")} FROM ${identifier(sheet.id)} ORDER BY _id`,
    ),
  ]);
  return rows.map((row) => ({
    id: textOf(row, "id"),
    values: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  }));
}

/** What the versions of a record's rows ever said in a column, and which rows did. */
export async function readSaid(
  session: Reading,
  sheet: Sheet,
  column: string,
): Promise<readonly { readonly id: string; readonly said: string }[]> {
  const path = literal(`$.${identifier(column)}`);
  const [rows = []] = await session.read([
    statement(
      `SELECT DISTINCT "row" AS id, said FROM (
         SELECT "row", "before"->>${path} AS said FROM revisions WHERE sheet = ?
         UNION ALL SELECT "row", "after"->>${path} FROM revisions WHERE sheet = ?)
       WHERE said IS NOT NULL`,
      sheet.id,
      sheet.id,
    ),
  ]);
  return rows.map((row) => ({ id: textOf(row, "id"), said: String(row["said"]) }));
}

/** The rows of a record as they stand. */
export async function readRows(
  session: Reading,
  sheet: Sheet,
  ids: readonly string[],
): Promise<readonly StoredRow[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT ${storedRowSql(sheet)} FROM json_each(?) j CROSS JOIN ${identifier(sheet.id)} t ON t._id = j.value`,
      toJson(ids),
    ),
  ]);
  return rows.map((row) => storedRowOf(sheet, row));
}

/** All that happened to some rows of a record, oldest first, with the entries of the audit that tell of it. */
export async function readEntered(
  session: Reading,
  sheet: Sheet,
  ids: readonly string[],
): Promise<readonly EnteredRevision[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT r.*, n.accepted, n.typed FROM json_each(?) j CROSS JOIN revisions r ON r.sheet = ? AND r."row" = j.value
       LEFT JOIN revision_notes n ON n.seq = r.seq ORDER BY r.seq`,
      toJson(ids),
      sheet.id,
    ),
  ]);
  const entries = await readEntryPlaces(session, "revision", rows);
  return rows.map((row) => ({ revision: keptRevisionOf(row), entry: entryOf(entries, row) }));
}

/** The lines of the files of some rows, with the entries of the audit that tell of them. */
export async function readFiles(session: Reading, sheet: string, ids: readonly string[]) {
  const [rows = []] = await session.read([
    statement(
      `SELECT a.* FROM json_each(?) j CROSS JOIN attachments a ON a.sheet = ? AND a."row" = j.value ORDER BY a.seq`,
      toJson(ids),
      sheet,
    ),
  ]);
  const entries = await readEntryPlaces(session, "attachment", rows);
  return rows.map((row) => ({ row, entry: entryOf(entries, row) }));
}

/** Contents that some other row shows too, and which therefore stay. */
export async function readSharedObjects(
  session: Reading,
  hashes: readonly string[],
  erased: readonly string[],
): Promise<ReadonlySet<string>> {
  const [rows = []] = await session.read([
    statement(
      `SELECT DISTINCT j.value AS hash FROM json_each(?) j CROSS JOIN attachments a
       ON a.hash = j.value OR a.thumbnail = j.value WHERE a.id NOT IN (SELECT value FROM json_each(?))`,
      toJson(hashes),
      toJson(erased),
    ),
  ]);
  return new Set(rows.map((row) => textOf(row, "hash")));
}

/** The entries of the audit that go on saying in somebody's words why files were removed, in order. */
export async function readRemovalEntries(
  session: Reading,
  files: readonly string[],
): Promise<readonly number[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT c.n FROM audit_events e JOIN audit_chain c ON c.kind = 'event' AND c.ref = e.seq
       WHERE e.kind = 'file-removed' AND e.details->>'$.attachment' IN (SELECT value FROM json_each(?))
         AND e.details->>'$.reason' <> ? ORDER BY c.n`,
      toJson(files),
      erasedText,
    ),
  ]);
  return rows.map((row) => numberOf(row, "n"));
}

const entry = z.object({ n: z.number(), salt: z.string() });
type Entries = ReadonlyMap<number, z.infer<typeof entry>>;

async function readEntryPlaces(session: Reading, kind: string, lines: readonly SqlRow[]): Promise<Entries> {
  const [rows = []] = await session.read([
    statement(
      "SELECT n, ref, salt FROM audit_chain WHERE kind = ? AND ref IN (SELECT value FROM json_each(?))",
      kind,
      toJson(lines.map((line) => numberOf(line, "seq"))),
    ),
  ]);
  return new Map(rows.map((row) => [numberOf(row, "ref"), entry.parse(row)]));
}

function entryOf(entries: Entries, line: SqlRow): z.infer<typeof entry> {
  const found = entries.get(numberOf(line, "seq"));
  if (!found) throw new Error(`the audit does not tell of line ${numberOf(line, "seq")}`);
  return found;
}
