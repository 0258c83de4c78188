import { z } from "zod";
import { acceptanceSchema, type Acceptance } from "../../shared/contract/acceptances.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import type { RowChange } from "../sync/push-store.ts";
import { appendOnly } from "./audit-tables.ts";
import { literal, statement, textOf, toJson, type SqlRow, type Statement } from "./statement.ts";

/** What is kept of a revision beside the values: the warnings that were accepted with it, and what had been typed. */
export interface RevisionNotes {
  readonly accepted: readonly Acceptance[];
  readonly typed: Readonly<Record<string, string>>;
}

export const noteTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS revision_notes (
    seq INTEGER PRIMARY KEY,
    sheet TEXT NOT NULL,
    "row" TEXT NOT NULL,
    accepted TEXT NOT NULL CHECK (json_valid(accepted)),
    typed TEXT NOT NULL CHECK (json_valid(typed))
  ) STRICT`),
  statement('CREATE INDEX IF NOT EXISTS revision_notes_row ON revision_notes (sheet, "row", seq)'),
  statement("DROP TRIGGER IF EXISTS revision_notes_no_update"),
  ...appendOnly("revision_notes", ["seq", "sheet", "row"]),
  statement(`CREATE TRIGGER IF NOT EXISTS revision_notes_no_replace BEFORE INSERT ON revision_notes
    WHEN EXISTS (SELECT 1 FROM revision_notes WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`),
];

/** The notes of a change as they are kept; undefined where it has none. */
export function notesTextOf({
  accepted = [],
  typed = {},
}: Pick<RowChange, "accepted" | "typed">): { readonly accepted: string; readonly typed: string } | undefined {
  if (accepted.length === 0 && Object.keys(typed).length === 0) return undefined;
  return { accepted: toJson(accepted), typed: toJson(typed) };
}

/** Keeps the notes of the versions that have some; part of the batch that writes the revisions. */
export function insertNotes(revisions: readonly KeptRevision[]): readonly Statement[] {
  const rows = revisions.flatMap(({ seq, sheet, row, accepted, typed }) =>
    accepted === null ? [] : [[seq, sheet, row, accepted, typed]],
  );
  if (rows.length === 0) return [];
  return [
    statement(
      `INSERT INTO revision_notes (seq, sheet, "row", accepted, typed)
       SELECT j.value->>'$[0]', j.value->>'$[1]', j.value->>'$[2]', j.value->>'$[3]', j.value->>'$[4]'
       FROM json_each(?) j`,
      toJson(rows),
    ),
  ];
}

/** The notes of some rows by `id`, newest first. `ids` is the text of a JSON array. */
export function notesOfRows(sheet: string, ids: string): Statement {
  return statement(
    `SELECT n."row" AS id, n.seq, n.accepted, n.typed FROM json_each(?) j CROSS JOIN revision_notes n
     ON n.sheet = ? AND n."row" = j.value ORDER BY n.seq DESC`,
    ids,
    sheet,
  );
}

const accepted = z.array(acceptanceSchema);
const typed = z.record(z.string(), z.string());

export function notesOf(row: SqlRow): RevisionNotes {
  return {
    accepted: accepted.parse(JSON.parse(textOf(row, "accepted"))),
    typed: typed.parse(JSON.parse(textOf(row, "typed"))),
  };
}

/** All that was accepted with row `t`, newest first, as one text that `acceptancesOf` understands. */
export function acceptancesSql({ id }: Sheet): string {
  return `(SELECT json_group_array(json(accepted)) FROM (SELECT n.accepted FROM revision_notes n
    WHERE n.sheet = ${literal(id)} AND n."row" = t._id ORDER BY n.seq DESC))`;
}

export function acceptancesOf(row: SqlRow): readonly Acceptance[] {
  const text = textOf(row, "accepted");
  return text === "[]" ? [] : z.array(accepted).parse(JSON.parse(text)).flat();
}
