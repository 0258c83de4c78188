import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import { columnLetters } from "../../shared/text/column-letters.ts";
import type { LocatedTable } from "./locate-table.ts";
import type { Place, Trouble } from "./place.ts";
import type { LinkRecord } from "./registry.ts";

/** Where the parts of a linked table stand now. Rows and columns count from 0 in the worksheet. */
export interface LinkLayout {
  readonly located: LocatedTable;
  readonly controls: { readonly reference: number; readonly status: number; readonly marks: number };
  /** Column of the worksheet by the definition's key. */
  readonly columns: ReadonlyMap<string, number>;
  /** What the header cells say, by key. */
  readonly headers: ReadonlyMap<string, string>;
  /** The sheet is the staff's own: it keeps its look, and rows of theirs may stand apart. */
  readonly isStaffs: boolean;
}

/** Where the cells of a matrix's record stand, from 0. */
export interface MatrixPlace {
  readonly cell: { readonly row: number; readonly column: number };
  /** Key of what the month's cell holds; null while the line does not say which. */
  readonly value: string | null;
  /** The cells of its other columns by key: labels, and the title that says the year. */
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
}

/** A linked table or matrix as it stood when it was read; a matrix counts its lines from the months' header. */
export interface LinkShape {
  readonly worksheetId: string;
  readonly worksheet: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly headers: ReadonlyMap<string, string>;
  /** Set for a matrix. */
  readonly matrix?: {
    /** Where each record stands, by its position. */
    readonly places: ReadonlyMap<number, MatrixPlace>;
    /** The year as the sheet says it. */
    readonly year: Cell;
    /** Columns without a cell whose values the records carry until they are sent. */
    readonly carried: ReadonlySet<string>;
  };
}

/** The layout of a linked table, or undefined without its control columns; and what is wrong with it. */
export function layOut(
  sheet: Sheet,
  link: LinkRecord,
  located: LocatedTable,
): { readonly layout: LinkLayout | undefined; readonly troubles: readonly Trouble[] } {
  const byId = new Map(located.columns.map((column) => [column.id, column]));
  const troubles: Trouble[] = located.protected ? [{ code: "protected" }] : [];
  const columns = new Map<string, number>();
  const headers = new Map<string, string>();
  for (const [key, id] of Object.entries(link.columns)) {
    if (!(key in sheet.columns)) continue;
    const column = byId.get(id);
    const label = headerOf(sheet, link, key);
    if (!column) troubles.push({ code: "column-missing", column: key });
    else {
      columns.set(key, column.column);
      headers.set(key, column.name);
      if (column.name !== label) troubles.push({ code: "header-renamed", column: key, header: column.name });
    }
  }
  const controls = controlColumns(link, byId);
  if (!controls) return { layout: undefined, troubles: [...troubles, { code: "control-column-missing" }] };
  return { layout: { located, controls, columns, headers, isStaffs: link.origin !== null }, troubles };
}

/** What a column's header is to say: the staff's own word where the sheet is theirs. */
export function headerOf(sheet: Sheet, { headers }: Pick<LinkRecord, "headers">, key: string): string {
  return headers[key] ?? columnOf(sheet, key).label;
}

function controlColumns(
  { controls }: LinkRecord,
  byId: ReadonlyMap<number, { readonly column: number }>,
): LinkLayout["controls"] | undefined {
  const reference = byId.get(controls.reference)?.column;
  const status = byId.get(controls.status)?.column;
  const marks = byId.get(controls.marks)?.column;
  if (reference === undefined || status === undefined || marks === undefined) return undefined;
  return { reference, status, marks };
}

/** The worksheet's number of a row of the table, or of a record of a matrix, as people see it. */
export function rowNumberAt({ top, matrix }: Pick<LinkShape, "top" | "matrix">, position: number): number {
  const row = matrix?.places.get(position)?.cell.row;
  return row === undefined ? top + position + 2 : row + 1;
}

/** The cell of a record's column, by the row's position; the row's first cell, or the month's, where it has none. */
export function placeAt(shape: LinkShape, position: number, key: string): Place {
  const { worksheetId, worksheet } = shape;
  const place = shape.matrix?.places.get(position);
  const { row, column } = place
    ? (place.cells.get(key) ?? place.cell)
    : { row: rowNumberAt(shape, position) - 1, column: shape.columns.get(key) ?? shape.left };
  return { worksheetId, worksheet, address: `${columnLetters(column)}${row + 1}` };
}

/** The record of a matrix that a cell is of, by its position, and the column that it holds; undefined where it is none's. */
export function matrixPlaceAt(
  { matrix }: LinkShape,
  row: number,
  column: number,
): { readonly position: number; readonly column: string | null } | undefined {
  const places = [...(matrix?.places ?? [])];
  const found = places.find(([, { cell }]) => cell.row === row && cell.column === column);
  return found && { position: found[0], column: found[1].value };
}

/** The cells of the whole table, header included. */
export function placeOf(shape: LinkShape): Place {
  const { worksheetId, worksheet, left, width, rows } = shape;
  const last = `${columnLetters(left + width - 1)}${shape.top + rows + 1}`;
  return { worksheetId, worksheet, address: `${columnLetters(left)}${shape.top + 1}:${last}` };
}

/** What of a layout outlives the batch that found it. */
export function shapeOf({ located, columns, headers }: LinkLayout): LinkShape {
  const { worksheetId, worksheet, top, left, rows } = located;
  return { worksheetId, worksheet, top, left, width: located.columns.length, rows, columns, headers };
}

/** The first cell of an address such as `B5:D9` or `Hoja1!$B$5`; undefined for whole columns. */
export function firstCellOf(address: string): { readonly column: string; readonly row: number } | undefined {
  const [, column, row] = /^(?:.*!)?\$?([A-Z]{1,3})\$?(\d+)/.exec(address) ?? [];
  return column === undefined || row === undefined ? undefined : { column, row: Number(row) };
}
