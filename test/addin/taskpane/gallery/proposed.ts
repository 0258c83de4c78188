import { createDirectory } from "../../../../shared/model/directory.ts";
import type { Context } from "../../../../shared/model/kind.ts";
import { readRow, type CellRow } from "../../../../shared/model/read-row.ts";
import type { Sheet } from "../../../../shared/model/sheet.ts";
import type { ProposedColumn } from "../../../../shared/recognition/proposal.ts";
import type { ProposedRow } from "../../../../shared/recognition/read-proposal.ts";
import { people } from "./people.ts";

const context: Context = { today: "2026-03-31", people: createDirectory(people), date1904: false };

/** A column that is known for sure. */
export const known = (column: number, header: string, key: string): ProposedColumn => ({
  column,
  header,
  key,
  confidence: 0.97,
  asked: false,
  candidates: [{ key, confidence: 0.97 }],
});
/** A column of the staff's own. */
export const own = (column: number, header: string): ProposedColumn => ({
  column,
  header,
  key: null,
  confidence: 0,
  asked: false,
  candidates: [],
});

/** A row as it is read; `row` counts from 0. */
export function rowOf(sheet: Sheet, row: number, cells: CellRow): ProposedRow {
  const reading = readRow(sheet, cells, context);
  return { row, cells, reading, issues: reading.issues };
}
