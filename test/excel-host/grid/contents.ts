import type { ICellData } from "@univerjs/presets";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";
import { enteredText } from "./entered-text.ts";
import type { Entered } from "./entered-text.ts";

const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_STRING = 4;

export type CellValue = string | number | boolean;

/** A cell's value as Office.js gives it: `""` when empty, serials for dates, `#N/A` for errors. */
export function valueOf(cell: ICellData | null | undefined): CellValue {
  if (!cell || cell.v === undefined || cell.v === null) return richTextOf(cell);
  if (cell.t === BOOLEAN) return cell.v === 1 || cell.v === true;
  return cell.v;
}

/** A cell edited with formats inside keeps its text as a little document. */
const richTextOf = (cell: ICellData | null | undefined): string =>
  cell?.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? "";

/** The formula with its equals sign, otherwise the value. */
export const formulaOf = (cell: ICellData | null | undefined): CellValue => cell?.f || valueOf(cell);

/** A whole block, one array per row, each cell read by `read`. */
export function readBlock<T>(book: Book, area: Area, read: (cell: ICellData | undefined) => T): T[][] {
  const cells = book.cells(area.sheetId);
  return Array.from({ length: area.rows }, (_, row) => {
    const line = cells[area.row + row];
    return Array.from({ length: area.columns }, (_unused, column) => read(line?.[area.column + column]));
  });
}

/** A cell that holds what was put in, for Univer; `isText` when the cell is formatted as text. */
export function cellOf(book: Book, input: CellValue, locale: string, isText: boolean): EnteredCell {
  if (input === "") return { cell: emptyContent };
  if (typeof input === "number" && isText) return { cell: textCell(String(input)) };
  if (typeof input === "number") return { cell: { ...emptyContent, v: input, t: NUMBER } };
  if (typeof input === "boolean") return { cell: { ...emptyContent, v: input ? 1 : 0, t: BOOLEAN } };
  if (isText) return { cell: textCell(input.startsWith("'") ? input.slice(1) : input) };
  return cellOfEntered(enteredText(input, locale, book.parts.numfmt), input);
}

export interface EnteredCell {
  cell: ICellData;
  /** The number format that Excel gives a General cell along with it. */
  pattern?: string | undefined;
}

function cellOfEntered(entered: Entered, input: string): EnteredCell {
  if (entered.kind === "formula") return { cell: { ...emptyContent, f: entered.formula } };
  if (entered.kind === "number")
    return { cell: { ...emptyContent, v: entered.number, t: NUMBER }, pattern: entered.pattern };
  if (entered.kind === "boolean")
    return { cell: { ...emptyContent, v: entered.boolean ? 1 : 0, t: BOOLEAN } };
  if (entered.kind === "error") return { cell: { ...emptyContent, v: entered.error, t: STRING } };
  return { cell: input === entered.text ? textCell(entered.text) : forcedTextCell(entered.text) };
}

/** Everything of a cell's content, absent: formats stay. */
export const emptyContent: ICellData = { v: null, t: null, f: null, si: null, p: null };

const textCell = (text: string): ICellData => ({ ...emptyContent, v: text, t: STRING });

/** Text that would otherwise be read as something else: Excel shows it with a leading apostrophe. */
const forcedTextCell = (text: string): ICellData => ({ ...emptyContent, v: text, t: FORCED_STRING });
