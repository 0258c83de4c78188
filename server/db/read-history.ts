import type { Sheet } from "../../shared/model/sheet.ts";
import type { Revision, StoredRow } from "../sync/stored-row.ts";
import type { Database } from "./database.ts";
import { changedValuesOf, storedRowOf, storedRowSql } from "./load-rows.ts";
import { notesOf, notesOfRows, type RevisionNotes } from "./revision-notes.ts";
import { identifier, numberOf, statement, textOf, textOrNullOf, toJson } from "./statement.ts";

export interface HistoryEntry extends Revision {
  readonly seq: number;
  readonly workbook: string;
  readonly reason: string | null;
  readonly notes: RevisionNotes;
}

/** Which versions are asked for: those that changed a column, those before a version, and how many. */
export interface HistoryPage {
  readonly column: string | undefined;
  readonly before: number | undefined;
  readonly most: number;
}

/** A row as it stands and what happened to it, newest first; undefined where there is no such row. */
export async function readHistory(
  database: Pick<Database, "read">,
  sheet: Sheet,
  id: string,
  { column, before, most }: HistoryPage,
): Promise<{ readonly row: StoredRow; readonly entries: readonly HistoryEntry[] } | undefined> {
  const [rows = [], revisions = [], notes = []] = await database.read([
    statement(`SELECT ${storedRowSql(sheet)} FROM ${identifier(sheet.id)} t WHERE t._id = ?`, id),
    statement(
      `SELECT seq, version, at, "by", workbook, reason, "before", "after" FROM revisions
       WHERE sheet = ? AND "row" = ? AND version < ifnull(?, 9e15)
         AND (? IS NULL OR EXISTS (SELECT 1 FROM json_each(revisions."after") k WHERE k.key = ?))
       ORDER BY version DESC LIMIT ?`,
      sheet.id,
      id,
      before ?? null,
      column ?? null,
      column ?? null,
      most,
    ),
    notesOfRows(sheet.id, toJson([id])),
  ]);
  const [row] = rows;
  if (!row) return undefined;
  const notesBySeq = new Map(notes.map((note) => [numberOf(note, "seq"), notesOf(note)]));
  const entries = revisions.map((revision) => ({
    seq: numberOf(revision, "seq"),
    version: numberOf(revision, "version"),
    at: textOf(revision, "at"),
    by: textOf(revision, "by"),
    workbook: textOf(revision, "workbook"),
    reason: textOrNullOf(revision, "reason"),
    before: changedValuesOf(revision, "before"),
    after: changedValuesOf(revision, "after"),
    notes: notesBySeq.get(numberOf(revision, "seq")) ?? { accepted: [], typed: {} },
  }));
  return { row: storedRowOf(sheet, row), entries };
}
