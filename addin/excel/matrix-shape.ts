import type { CellRow } from "../../shared/model/read-row.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { LinkShape } from "./link-layout.ts";
import { matrixColumns } from "./matrix-records.ts";
import { isBlank, type MatrixCell } from "./matrix-named.ts";
import type { MatrixReading } from "./read-matrix.ts";
import type { TableRow } from "./table-row.ts";

/** A matrix as the layers above see it: a table whose rows are the cells of months. */
export function matrixShape(
  sheet: Sheet,
  { worksheetId, worksheet, block, cells, year }: MatrixReading,
): LinkShape {
  const { top, left, bottom, right } = block;
  const columns = new Map(
    matrixColumns(sheet).map((key) => [key, cells[0]?.places.get(key)?.column ?? left]),
  );
  const reason = sheet.versioning?.reason;
  const places = new Map(cells.map((cell, position) => [position, placesOf(cell)]));
  return {
    worksheetId,
    worksheet,
    top,
    left,
    width: right - left + 1,
    rows: bottom - top,
    columns,
    headers: new Map(),
    matrix: { places, year, carried: new Set(reason === undefined || columns.has(reason) ? [] : [reason]) },
  };
}

function placesOf({ row, column, value, places }: MatrixCell) {
  const cell = { row, column };
  return {
    cell,
    value: value ?? null,
    cells: value === undefined ? places : new Map([...places, [value, cell]]),
  };
}

/** The records that stand in a matrix. A blank month is none. */
export function matrixRows({ cells }: MatrixReading): readonly TableRow[] {
  return cells.flatMap((cell, position) => (isBlank(cell) ? [] : [toRow(cell, position)]));
}

function toRow(cell: MatrixCell, position: number): TableRow {
  const { reference, carried, cells, value, hasFormula } = cell;
  return {
    position,
    reference,
    status: "",
    marks: "",
    cells,
    ...(hasFormula && value !== undefined ? { formulas: new Set([value]) } : {}),
    ...(Object.keys(carried).length > 0 ? { carried } : {}),
  };
}

/** What a record's own cell holds, as its row says it. */
export const valueIn = (cells: CellRow, { value }: MatrixCell): Cell =>
  value === undefined ? "" : (cells[value] ?? "");
