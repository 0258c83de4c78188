import type { ICellData } from "@univerjs/presets";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
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

/** Writes cells of one sheet at once, undoably. Cells given as null lose content and format. */
export function writeCells(book: Book, sheetId: string, cellValue: CellMatrix): void {
  const target = { unitId: book.unitId, subUnitId: sheetId };
  const id = "sheet.mutation.set-range-values";
  growSheet(book, sheetId, cellValue);
  const { restore, blank } = undoOf(book, sheetId, cellValue);
  const undos = [{ id, params: { ...target, cellValue: restore } }];
  if (blank) undos.unshift({ id, params: { ...target, cellValue: blank } });
  const trigger = isFormatOnly(cellValue) ? { trigger: "sheet.command.set-style" } : {};
  book.execute([{ id, params: { ...target, cellValue, ...trigger } }], undos);
}

/** Univer does not calculate after changes that say they come of its command for styles. */
function isFormatOnly(cellValue: CellMatrix): boolean {
  for (const line of Object.values(cellValue))
    for (const cell of Object.values(line)) if (!cell || "v" in cell || "f" in cell) return false;
  return true;
}

interface UndoMatrices {
  restore: CellMatrix;
  /** Formats merge when set: to bring one back, the cell is emptied first. */
  blank: CellMatrix | undefined;
}

function undoOf(book: Book, sheetId: string, cellValue: CellMatrix): UndoMatrices {
  const cells = book.cells(sheetId);
  const restore: CellMatrix = {};
  const blank: CellMatrix = {};
  let hasFormats = false;
  for (const [row, line] of Object.entries(cellValue)) {
    const before = cells[Number(row)];
    const restored: CellMatrix[number] = (restore[Number(row)] = {});
    const blanked: CellMatrix[number] = (blank[Number(row)] = {});
    for (const [key, cell] of Object.entries(line)) {
      const column = Number(key);
      const old = before?.[column];
      const touchesFormat = cell === null || "s" in cell;
      hasFormats ||= touchesFormat;
      if (touchesFormat) blanked[column] = null;
      restored[column] = old ? restoredCell(old, touchesFormat) : null;
      if (!old && !touchesFormat) restored[column] = { ...emptyContent };
    }
  }
  return { restore, blank: hasFormats ? blank : undefined };
}

const restoredCell = (old: ICellData, withFormat: boolean): ICellData => {
  const { s, ...content } = old;
  return withFormat && s ? { ...emptyContent, ...content, s } : { ...emptyContent, ...content };
};

/** Univer's sheets have a size of their own; Excel's grid never ends where one writes. */
export function growSheet(book: Book, sheetId: string, cellValue: CellMatrix): void {
  const sheet = book.sheet(sheetId);
  let bottom = -1;
  let right = -1;
  for (const [row, line] of Object.entries(cellValue)) {
    bottom = Math.max(bottom, Number(row));
    for (const column of Object.keys(line)) right = Math.max(right, Number(column));
  }
  const target = { unitId: book.unitId, subUnitId: sheetId };
  if (bottom >= sheet.getRowCount())
    book.commands.syncExecuteCommand("sheet.mutation.set-worksheet-row-count", {
      ...target,
      rowCount: bottom + 101,
    });
  if (right >= sheet.getColumnCount())
    book.commands.syncExecuteCommand("sheet.mutation.set-worksheet-column-count", {
      ...target,
      columnCount: right + 11,
    });
}
