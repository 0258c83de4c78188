import { holds } from "../model/condition.ts";
import type { Context } from "../model/kind.ts";
import { readCell, readRow } from "../model/read-row.ts";
import { columnOf, type MatrixLayout, type Sheet } from "../model/sheet.ts";
import type { Cell, MutableRow, Row, Value } from "../model/value.ts";
import type { SheetGrid } from "./grid.ts";
import type { MatrixProposal } from "./proposal.ts";
import { contextCells, type PlacedCells } from "./placed-cells.ts";
import { cellText, createView, isEmptyCell, type View } from "./view.ts";

/** The records of a matrix, line by line: each month's cell with what its line, its section and the titles say. */
export function matrixCells(
  proposal: MatrixProposal,
  grid: SheetGrid,
  sheet: Sheet,
  context: Context,
): readonly PlacedCells[] {
  const { matrix } = sheet;
  if (!matrix) throw new Error(`${sheet.id} has no matrix`);
  const view = createView(grid);
  const apart = new Map(proposal.apart.map(({ row, why }) => [row, why]));
  const placed: PlacedCells[] = [];
  const section: Record<string, Cell> = {};
  for (let row = proposal.data.top; row <= proposal.data.bottom; row += 1) {
    if (apart.get(row) === "note") Object.assign(section, sectionAt(view, row, proposal, sheet, context));
    if (apart.has(row)) continue;
    const line = { ...contextCells(proposal, sheet, context), ...section, ...lineCells(view, row, proposal) };
    placed.push(...monthCells(view, row, proposal, sheet, matrix, line, context));
  }
  return placed;
}

function lineCells(view: View, row: number, { columns }: MatrixProposal): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const { column, key } of columns) if (key !== null) cells[key] = view.value(row, column);
  return cells;
}

function monthCells(
  view: View,
  row: number,
  { months }: MatrixProposal,
  sheet: Sheet,
  matrix: MatrixLayout,
  line: Record<string, Cell>,
  context: Context,
): readonly PlacedCells[] {
  const key = valueKeyOf(sheet, readRow(sheet, line, context).values);
  const month = columnOf(sheet, matrix.month).kind;
  return [...months].map(([column, number]) => {
    const value = key === undefined ? {} : { [key]: view.value(row, column) };
    return { row, column, cells: { ...line, [matrix.month]: month.write(number, context), ...value } };
  });
}

/** Which column the cells of a line are: the only one that its values allow. */
export function valueKeyOf(sheet: Sheet, line: Row): string | undefined {
  const allowed = (sheet.matrix?.values ?? []).filter((key) => {
    const { onlyWhen } = columnOf(sheet, key);
    return onlyWhen === undefined || holds(onlyWhen, line);
  });
  return allowed.length === 1 ? allowed[0] : undefined;
}

/** What a heading among the lines says of all lines below it, such as their market; nothing where it is a remark. */
export function sectionAt(
  view: View,
  row: number,
  { columns }: Pick<MatrixProposal, "columns">,
  sheet: Sheet,
  context: Context,
): Record<string, Cell> {
  const held = new Set(columns.map(({ key }) => key));
  const text = headingOf(view, row);
  const said: MutableRow = {};
  for (const key of text === undefined ? [] : (sheet.matrix?.lines ?? [])) {
    if (held.has(key)) continue;
    const value = optionSaid(sheet, key, text ?? "", context);
    if (value !== null) said[key] = value;
  }
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, columnOf(sheet, key).kind.write(value ?? "", context)]),
  );
}

/** The only text of a row. */
function headingOf(view: View, row: number): string | undefined {
  const cells = (view.grid.cells[row] ?? []).filter((cell) => !isEmptyCell(cell));
  const [only, ...others] = cells;
  return typeof only === "string" && others.length === 0 ? cellText(only) : undefined;
}

function optionSaid(sheet: Sheet, key: string, text: string, context: Context): Value {
  const column = columnOf(sheet, key);
  const unnamed = text.replace(/^[^:]*:\s*/u, "");
  for (const phrase of [text, unnamed]) {
    const reading = readCell(column, phrase, context, {});
    const strict = !readCell(column, "zzqx wq", context, {}).ok;
    if (strict && reading.ok) return reading.value;
  }
  return null;
}
