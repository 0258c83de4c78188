import type { Context } from "../../shared/model/kind.ts";
import { readRow, type CellRow } from "../../shared/model/read-row.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import { createView, isEmptyCell } from "../../shared/recognition/view.ts";
import { normalise } from "../../shared/text/normalise.ts";
import { matrixRecords } from "./matrix-records.ts";
import { locateMatrix, type LocatedMatrix } from "./matrix-names.ts";
import { noEntry, readMatrixEntries, type MatrixEntries, type MatrixEntry } from "./matrix-part.ts";
import { yearOf } from "./matrix-year.ts";
import type { Trouble } from "./place.ts";
import { readSheet } from "./read-grid.ts";
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

/** A matrix as it stands. */
export interface MatrixReading {
  readonly worksheetId: string;
  readonly worksheet: string;
  readonly grid: SheetGrid;
  /** Header and lines. */
  readonly block: Area;
  readonly located: LocatedMatrix;
  /** Every month of every line, from top to bottom; a cell's place in this list is its position. */
  readonly cells: readonly MatrixCell[];
  readonly entries: MatrixEntries;
  /** The year as it is written. */
  readonly year: Cell;
}

export interface MatrixSight {
  readonly reading: MatrixReading | null;
  readonly troubles: readonly Trouble[];
  readonly protected: boolean;
}

/**
 * Reads a matrix where its names stand by now. Lines are understood anew from their labels each time. Nothing is read
 * while a column of labels is missing or a month's header says another month, as figures would be taken for others'.
 */
export async function readMatrix(
  context: Excel.RequestContext,
  sheet: Sheet,
  link: LinkRecord,
  world: Context,
): Promise<MatrixSight> {
  const located = await locateMatrix(context, link);
  const block = located?.areas.get("block");
  const sight = located && (await readSheet(context, located.worksheetId));
  if (!located || !block || !sight?.grid) return unread([{ code: "table-missing" }]);
  const { grid, worksheetId, worksheet } = sight;
  const troubles: readonly Trouble[] = grid.protected ? [{ code: "protected" }] : [];
  const wrong = wrongHeaders(sheet, link, located, grid, world);
  if (wrong.length > 0) return { ...unread([...troubles, ...wrong]), protected: grid.protected };
  const entries = await readMatrixEntries(context, link.id);
  const year = yearOf(sheet, link, located, grid);
  const cells = nameCells(sheet, link, { located, block, grid, entries, year }, world);
  const reading = { worksheetId, worksheet, grid, block, located, cells, entries, year };
  return { reading, troubles, protected: grid.protected };
}

const unread = (troubles: readonly Trouble[]): MatrixSight => ({ reading: null, troubles, protected: false });

function wrongHeaders(
  sheet: Sheet,
  { matrix }: LinkRecord,
  { areas }: LocatedMatrix,
  grid: SheetGrid,
  world: Context,
): readonly Trouble[] {
  const { month } = sheet.matrix ?? { month: "" };
  const missing = (matrix?.lines ?? []).filter((key) => !areas.has(`line_${key}`));
  const renamed = Object.entries(matrix?.months ?? {}).flatMap(([number, was]): readonly Trouble[] => {
    const area = areas.get(`month_${number}`);
    const header = area ? (grid.cells[area.top]?.[area.left] ?? "") : was;
    if (header === was) return [];
    const said = typeof header === "string" ? columnOf(sheet, month).kind.read(header, world, {}) : undefined;
    const isSame = said?.ok === true && said.value === Number(number);
    return isSame ? [] : [{ code: "header-renamed", column: month, header: String(header) }];
  });
  return [...missing.map((column): Trouble => ({ code: "column-missing", column })), ...renamed];
}

interface Sighted {
  readonly located: LocatedMatrix;
  readonly block: Area;
  readonly grid: SheetGrid;
  readonly entries: MatrixEntries;
  readonly year: Cell;
}

/** Gives each record its name, and what is kept under it. Of lines that repeat another's labels each has its own. */
function nameCells(sheet: Sheet, link: LinkRecord, sighted: Sighted, world: Context): readonly MatrixCell[] {
  const { grid, located, entries, year } = sighted;
  const view = createView(grid);
  const seen = new Map<string, number>();
  return matrixRecords(sheet, link, sighted, world).map(({ row, column, cells: found, value }) => {
    const cells = sheet.matrix ? { ...found, [sheet.matrix.year]: year } : found;
    const key = nameOf(sheet, cells, world);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const name = count === 1 ? key : `${key} ${count}`;
    const kept = entries.get(name) ?? noEntry;
    const cell = grid.cells[row]?.[column] ?? "";
    const places = new Map<string, CellPlace>();
    for (const label of link.matrix?.lines ?? []) {
      const at = located.areas.get(`line_${label}`)?.left ?? column;
      const merged = view.mergeAt(row, at);
      places.set(label, merged ? { row: merged.top, column: merged.left } : { row, column: at });
    }
    const title = located.areas.get("year");
    if (title && sheet.matrix) places.set(sheet.matrix.year, { row: title.top, column: title.left });
    return {
      row,
      column,
      name,
      reference: kept.reference,
      carried: kept.of === cell ? kept.carried : {},
      cell,
      hasFormula: grid.formulaAt(row, column) !== undefined,
      value,
      cells,
      places,
    };
  });
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
