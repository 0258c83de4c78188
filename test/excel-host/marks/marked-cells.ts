import { localAddress } from "../grid/address.ts";
import { intersection } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { valueOf } from "../grid/contents.ts";
import { shiftedFormula } from "../grid/shift-formula.ts";
import { usedArea } from "../grid/used-area.ts";
import type { ConditionalFormatState } from "../state/state.ts";
import { evaluate } from "./evaluate.ts";
import { holds } from "./plain-rules.ts";

/** A cell that a conditional format colours, as a person sees it. */
export interface MarkedCell {
  /** `B5`. */
  address: string;
  fill: string | undefined;
  fontColor: string | undefined;
}

/** The cells of a sheet that conditional formats mark now, in reading order. Only cells of the used range are looked at. */
export async function markedCells(book: Book, sheetId: string): Promise<MarkedCell[]> {
  const used = usedArea(book, sheetId, { valuesOnly: false });
  const marks = new Map<string, MarkedCell & { row: number; column: number }>();
  for (const format of used ? book.state.conditionalFormats : [])
    for (const cell of await cellsOf(book, format, used)) {
      const address = localAddress(cell);
      if (!marks.has(address))
        marks.set(address, { address, ...colours(format), row: cell.row, column: cell.column });
    }
  const inOrder = [...marks.values()].toSorted((a, b) => a.row - b.row || a.column - b.column);
  return inOrder.map(({ address, fill, fontColor }) => ({ address, fill, fontColor }));
}

async function cellsOf(book: Book, format: ConditionalFormatState, used: Area | undefined): Promise<Area[]> {
  const origin = format.areas[0];
  const cells = format.areas.flatMap((area) => cellsIn(used && intersection(area, used)));
  if (!origin || !cells.length) return [];
  if (format.type !== "Custom")
    return cells.filter(({ sheetId, row, column }) =>
      holds(format, valueOf(book.cells(sheetId)[row]?.[column])),
    );
  const formula = String(format.rule.formula);
  const placed = cells.map(({ row, column }) => ({
    row,
    column,
    formula: shiftedFormula(formula, row - origin.row, column - origin.column),
  }));
  const results = await evaluate(book, origin.sheetId, placed);
  return cells.filter(
    (_, index) => results[index] === true || (typeof results[index] === "number" && results[index] !== 0),
  );
}

function cellsIn(area: Area | undefined): Area[] {
  if (!area) return [];
  return Array.from({ length: area.rows * area.columns }, (_, index) => ({
    sheetId: area.sheetId,
    row: area.row + Math.floor(index / area.columns),
    column: area.column + (index % area.columns),
    rows: 1,
    columns: 1,
  }));
}

const colours = ({ format }: ConditionalFormatState): Pick<MarkedCell, "fill" | "fontColor"> => ({
  fill: typeof format.fill === "string" ? format.fill : undefined,
  fontColor: typeof format.fontColor === "string" ? format.fontColor : undefined,
});
