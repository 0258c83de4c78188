import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import { nameCells, type MatrixCell, type SightedMatrix } from "./matrix-named.ts";
import { locateMatrix, type LocatedMatrix } from "./matrix-names.ts";
import { readMatrixEntries } from "./matrix-part.ts";
import { yearOf } from "./matrix-year.ts";
import type { Trouble } from "./place.ts";
import { readSheet } from "./read-grid.ts";
import type { LinkRecord } from "./registry.ts";

/** A matrix as it stands. */
export interface MatrixReading extends SightedMatrix {
  readonly worksheetId: string;
  readonly worksheet: string;
  /** Every month of every line, from top to bottom; a cell's place in this list is its position. */
  readonly cells: readonly MatrixCell[];
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
