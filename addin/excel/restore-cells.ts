import type { Cell } from "../../shared/model/value.ts";
import { setNumberFormat } from "./number-format.ts";
import type { Origin, OriginMerge } from "./registry.ts";
import { toInput } from "./typed-cell.ts";

/** Gives header cells back what they said, where they still say what linking wrote. */
export async function restoreHeaderCells(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  headers: Origin["headers"],
  placeOf: (row: number, column: number) => readonly [number, number] | undefined,
): Promise<void> {
  const cells = headers.flatMap(({ row, column, was, became }) => {
    const place = placeOf(row, column);
    if (!place) return [];
    const cell = worksheet.getRangeByIndexes(...place, 1, 1).load({ values: true });
    return [{ cell, was, became }];
  });
  await context.sync();
  for (const { cell, was, became } of cells) {
    const now: unknown = cell.values[0]?.[0];
    if (String(now) !== String(became)) continue;
    const isFormula = typeof was === "string" && was.startsWith("=");
    cell.formulas = [[isFormula ? was : toInput(was)]];
  }
  await context.sync();
}

/** Merges cells again: the first keeps its value, the others get their number format back. */
export function restoreMerge(
  worksheet: Excel.Worksheet,
  top: number,
  left: number,
  { rows, columns, format }: Pick<OriginMerge, "rows" | "columns" | "format">,
): void {
  const beside = [
    { top, left: left + 1, rows: 1, columns: columns - 1 },
    { top: top + 1, left, rows: rows - 1, columns },
  ];
  for (const part of beside) {
    if (part.rows * part.columns === 0) continue;
    const cells = worksheet.getRangeByIndexes(part.top, part.left, part.rows, part.columns);
    cells.clear("Contents");
    if (format !== null) setNumberFormat(cells, format);
  }
  worksheet.getRangeByIndexes(top, left, rows, columns).merge(false);
}

/** Cells below the header, by row from 0 and the staff's column. */
export type CellAt = (row: number, column: number) => Cell | undefined;

/** Cells of which each is merged once: those that were taken say nothing to the merges that follow. */
export function untaken(said: CellAt) {
  const taken = new Set<string>();
  const nameOf = (row: number, column: number) => `${row} ${column}`;
  return {
    cellAt: (row: number, column: number) => (taken.has(nameOf(row, column)) ? undefined : said(row, column)),
    take({ row, rows, column, columns }: Pick<OriginMerge, "row" | "rows" | "column" | "columns">): void {
      for (let line = row; line < row + rows; line += 1)
        for (let at = column; at < column + columns; at += 1) taken.add(nameOf(line, at));
    },
  };
}

/**
 * Where merged cells among the data belong by now: where they were if nothing moved, else at the nearest rows that still
 * say the value one below the other, no more of them than were added. Undefined where people made something else of them.
 */
export function placeOfMerge(
  merge: OriginMerge,
  {
    rows,
    originRows,
    cellAt,
  }: { readonly rows: number; readonly originRows: number; readonly cellAt: CellAt },
): { readonly row: number; readonly rows: number } | undefined {
  const first = merge.row - 1;
  const value = cellAt(first, merge.column);
  if (rows === originRows && value !== undefined && value !== "" && holds({ ...merge, value }, first, cellAt))
    return { row: first, rows: merge.rows };
  const byDistance = Array.from({ length: rows }, (_, row) => row).toSorted(
    (one, other) => Math.abs(one - first) - Math.abs(other - first),
  );
  for (const row of byDistance) {
    const length = merge.filled
      ? Math.min(runFrom(merge, row, cellAt), merge.rows + Math.max(0, rows - originRows))
      : Number(holds(merge, row, cellAt)) * merge.rows;
    if (length * merge.columns > 1) return { row, rows: length };
  }
  return undefined;
}

/** Whether rows say what the merged cells would: each the value where it was filled in, else only the first cell. */
function holds(
  { rows, column, columns, filled, value }: OriginMerge,
  first: number,
  cellAt: CellAt,
): boolean {
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < columns; at += 1) {
      const isSaid = filled || (row === 0 && at === 0);
      if (cellAt(first + row, column + at) !== (isSaid ? value : "")) return false;
    }
  return true;
}

/** How many rows from one on say the value, 0 where the row before says it too. */
function runFrom(merge: OriginMerge, first: number, cellAt: CellAt): number {
  const says = (row: number) => holds({ ...merge, rows: 1 }, row, cellAt);
  if (says(first - 1)) return 0;
  let rows = 0;
  while (says(first + rows)) rows += 1;
  return rows;
}
