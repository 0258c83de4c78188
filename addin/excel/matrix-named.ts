import type { Context } from "../../shared/model/kind.ts";
import { readRow, type CellRow } from "../../shared/model/read-row.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import { createView, isEmptyCell, type View } from "../../shared/recognition/view.ts";
import { normalise } from "../../shared/text/normalise.ts";
import type { LocatedMatrix } from "./matrix-names.ts";
import { noEntry, type MatrixEntries, type MatrixEntry } from "./matrix-part.ts";
import { matrixRecords } from "./matrix-records.ts";
import type { LinkRecord } from "./registry.ts";

/** A cell of the worksheet; row and column count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A month's cell of a line, blank or not, and the record that it is. */
export interface MatrixCell extends CellPlace, Omit<MatrixEntry, "of"> {
  /** Names the record among those of the workbook: its key, as it is understood. */
  readonly name: string;
  readonly cell: Cell;
  readonly hasFormula: boolean;
  /** The record's column that the cell holds; undefined while the line does not say which. */
  readonly value: string | undefined;
  /** The record's cells by key, those of the line, the titles and the month included. */
  readonly cells: CellRow;
  /** Where those stand that have a cell. */
  readonly places: ReadonlyMap<string, CellPlace>;
}

/** What a worksheet and the workbook say of a matrix. */
export interface SightedMatrix {
  readonly located: LocatedMatrix;
  /** Header and lines. */
  readonly block: Area;
  readonly grid: SheetGrid;
  readonly entries: MatrixEntries;
  /** The year as it is written. */
  readonly year: Cell;
}

/** Gives each record its name, and what is kept under it. Of lines that repeat another's labels each has its own. */
export function nameCells(
  sheet: Sheet,
  link: LinkRecord,
  sighted: SightedMatrix,
  world: Context,
): readonly MatrixCell[] {
  const { grid, entries, year } = sighted;
  const view = createView(grid);
  const nameFor = createNames(sheet, world);
  return matrixRecords(sheet, link, sighted, world).map(({ row, column, cells: found, value }) => {
    const cells = sheet.matrix ? { ...found, [sheet.matrix.year]: year } : found;
    const name = nameFor(cells);
    const { reference, carried, of } = entries.get(name) ?? noEntry;
    const cell = view.cell(row, column);
    return {
      row,
      column,
      name,
      reference,
      carried: of === cell ? carried : {},
      cell,
      hasFormula: grid.formulaAt(row, column) !== undefined,
      value,
      cells,
      places: placesOf(sheet, link, sighted.located, view, { row, column }),
    };
  });
}

function createNames(sheet: Sheet, world: Context): (cells: CellRow) => string {
  const seen = new Map<string, number>();
  return (cells) => {
    const key = nameOf(sheet, cells, world);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  };
}

/** Where the labels of a line stand, the first cell of merged ones, and the title that says the year. */
function placesOf(
  sheet: Sheet,
  { matrix }: LinkRecord,
  { areas }: LocatedMatrix,
  view: View,
  { row, column }: CellPlace,
): ReadonlyMap<string, CellPlace> {
  const places = new Map<string, CellPlace>();
  for (const label of matrix?.lines ?? []) {
    const at = areas.get(`line_${label}`)?.left ?? column;
    const merged = view.mergeAt(row, at);
    places.set(label, merged ? { row: merged.top, column: merged.left } : { row, column: at });
  }
  const title = areas.get("year");
  if (title && sheet.matrix) places.set(sheet.matrix.year, { row: title.top, column: title.left });
  return places;
}

/** What names a record: year, month and the columns of its line, as they are understood, or as they are written. */
export function nameOf(sheet: Sheet, cells: CellRow, world: Context): string {
  const { year, month, lines } = sheet.matrix ?? { year: "", month: "", lines: [] };
  const { values } = readRow(sheet, cells, world);
  const parts = [year, month, ...lines].map(
    (key) => values[key] ?? (key in values ? null : normalise(String(cells[key] ?? ""))),
  );
  return JSON.stringify(parts.map((part) => (part === "" ? null : part)));
}

export const isBlank = ({ cell, hasFormula }: MatrixCell): boolean => !hasFormula && isEmptyCell(cell);
