import { lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import { emptyContent, valueOf } from "./contents.ts";
import type { CellValue } from "./contents.ts";
import { shiftedFormula } from "./shift-formula.ts";
import { writeCells } from "./write-cells.ts";

export interface SortKey {
  /** Column of the area, from 0. */
  column: number;
  ascending: boolean;
}

const REORDER = "sheet.mutation.reorder-range";

/** Sorts whole rows of an area as Excel does, hidden rows staying where they are; undoably. Equal rows keep their order. */
export function sortRows(book: Book, area: Area, keys: readonly SortKey[]): void {
  const rows = visibleRows(book, area);
  const cells = book.cells(area.sheetId);
  const valueAt = (row: number, column: number): CellValue => valueOf(cells[row]?.[area.column + column]);
  const sorted = rows.toSorted((a, b) => {
    for (const { column, ascending } of keys) {
      const order = compare(valueAt(a, column), valueAt(b, column), ascending);
      if (order) return order;
    }
    return 0;
  });
  reorder(book, area, rows, sorted);
}

function visibleRows(book: Book, area: Area): number[] {
  const { rowData } = book.sheet(area.sheetId).getConfig();
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index);
  return rows.filter((row) => rowData[row]?.hd !== 1);
}

/** Brings the rows `sorted` into the places of `rows`, formulas and formats with them. */
function reorder(book: Book, area: Area, rows: readonly number[], sorted: readonly number[]): void {
  const order: Record<number, number> = {};
  const back: Record<number, number> = {};
  rows.forEach((place, index) => {
    const from = sorted[index] ?? place;
    order[place] = from;
    back[from] = place;
  });
  const range = {
    startRow: area.row,
    endRow: lastRow(area),
    startColumn: area.column,
    endColumn: lastColumn(area),
  };
  const params = { unitId: book.unitId, subUnitId: area.sheetId, range, order };
  const interceptors = book.injector.get(book.parts.SheetInterceptorService);
  const also = interceptors.onCommandExecute({ id: "sheet.command.reorder-range", params });
  const formulas = formulasInNewPlaces(book, area, rows, sorted);
  book.execute(
    [...(also.preRedos ?? []), { id: REORDER, params }, ...also.redos],
    [...(also.preUndos ?? []), { id: REORDER, params: { ...params, order: back } }, ...also.undos],
  );
  if (Object.keys(formulas).length) writeCells(book, area.sheetId, formulas);
}

/** Univer moves formulas as they are written; Excel lets them speak of their new row. */
function formulasInNewPlaces(
  book: Book,
  area: Area,
  rows: readonly number[],
  sorted: readonly number[],
): CellMatrix {
  const cells = book.cells(area.sheetId);
  const matrix: CellMatrix = {};
  rows.forEach((place, index) => {
    const from = sorted[index] ?? place;
    if (from === place) return;
    for (let column = area.column; column <= lastColumn(area); column += 1) {
      const formula = cells[from]?.[column]?.f;
      if (formula)
        (matrix[place] ??= {})[column] = { ...emptyContent, f: shiftedFormula(formula, place - from, 0) };
    }
  });
  return matrix;
}

/** Numbers, then texts, then booleans, then errors; blanks last whatever the direction. */
function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === BLANK || rankB === BLANK) return rankA - rankB;
  const order = rankA === rankB ? compareAlike(a, b) : rankA - rankB;
  return ascending ? order : -order;
}

const BLANK = 4;

function rank(value: CellValue): number {
  if (value === "") return BLANK;
  if (typeof value === "number") return 0;
  if (typeof value === "boolean") return 2;
  return /^#[A-Z/0!?]+$/.test(value) ? 3 : 1;
}

const collator = new Intl.Collator("es", { sensitivity: "accent" });

function compareAlike(a: CellValue, b: CellValue): number {
  if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return Number(a) - Number(b);
}
