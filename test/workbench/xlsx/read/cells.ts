import { isDatePattern } from "../number-formats.ts";
import { parseBlock } from "../address.ts";
import type { Cell, CellMatrix, Style } from "../snapshot.ts";
import { moveFormula } from "../shared-formula.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, number, unescapeText } from "./xml.ts";

export interface CellContext {
  sharedStrings: string[];
  formats: Style[];
  /** Days between the file's first day and Excel's usual one: 1,462 in a workbook that counts from 1904. */
  dateShift: number;
}

interface SharedFormula {
  text: string;
  row: number;
  column: number;
}

/** The cells of a sheet's `sheetData`, formulas with their text and last value. */
export function readCells(sheetData: XmlElement | undefined, context: CellContext): CellMatrix {
  const shared = new Map<string, SharedFormula>();
  const matrix: CellMatrix = {};
  let row = -1;
  for (const line of children(sheetData, "row")) {
    row = (number(line, "r") ?? row + 2) - 1;
    let column = -1;
    const cells: Record<number, Cell> = {};
    for (const cell of children(line, "c")) {
      column = parseBlock(cell.attributes["r"] ?? "")?.startColumn ?? column + 1;
      const content = readCell(cell, row, column, shared, context);
      if (Object.keys(content).length > 0) cells[column] = content;
    }
    if (Object.keys(cells).length > 0) matrix[row] = cells;
  }
  return matrix;
}

/** The plain texts of sharedStrings.xml; runs of rich text are joined, phonetic guides left out. */
export function readSharedStrings(part: XmlElement | undefined): string[] {
  return children(part, "si").map(stringItem);
}

/** The name of a style in the workbook's table of styles; the plain format has none. */
export function styleName(format: number | undefined): string | undefined {
  return format ? `s${format}` : undefined;
}

function readCell(
  cell: XmlElement,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
  context: CellContext,
): Cell {
  const format = number(cell, "s");
  const style = styleName(format);
  const formula = readFormula(child(cell, "f"), row, column, shared);
  const value = readValue(cell, context, context.formats[format ?? 0]);
  const dress = style ? { s: style } : {};
  if (formula) return { ...dress, ...value, f: `=${formula}` };
  // A text without a letter is no content: to whoever looks, the cell is empty.
  return value.v === "" ? dress : { ...dress, ...value };
}

function readFormula(
  element: XmlElement | undefined,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
): string | undefined {
  if (!element) return undefined;
  const text = element.text.replace(/_xlfn\.(_xlws\.)?/g, "");
  if (element.attributes["t"] !== "shared") return text || undefined;
  const index = element.attributes["si"] ?? "";
  if (text) shared.set(index, { text, row, column });
  const master = shared.get(index);
  return master && moveFormula(master.text, row - master.row, column - master.column);
}

function readValue(cell: XmlElement, context: CellContext, style: Style | undefined): Cell {
  const written = child(cell, "v")?.text;
  switch (cell.attributes["t"]) {
    case "s":
      return textCell(context.sharedStrings[Number(written)] ?? "", style);
    case "str":
      return textCell(unescapeText(written ?? ""), style);
    case "inlineStr":
      return textCell(stringItem(child(cell, "is")), style);
    case "e":
      return { v: written ?? "#N/A", t: 1 };
    case "b":
      return { v: written === "1" || written === "true" ? 1 : 0, t: 3 };
    case "d":
      return { v: isoToSerial(written ?? ""), t: 2 };
    default:
      return written === undefined || written === "" ? {} : numberCell(Number(written), context, style);
  }
}

function numberCell(value: number, context: CellContext, style: Style | undefined): Cell {
  const shift = context.dateShift && isDatePattern(style?.n?.pattern ?? "") ? context.dateShift : 0;
  return { v: value + shift, t: 2 };
}

/** Digits that are text: Univer would show them through a number format unless they are forced to stay text. */
function textCell(text: string, style: Style | undefined): Cell {
  const looksNumeric = text.trim() !== "" && !Number.isNaN(Number(text));
  return { v: text, t: looksNumeric && style?.n?.pattern !== "@" ? 4 : 1 };
}

function stringItem(item: XmlElement | undefined): string {
  const runs = children(item, "r").flatMap((run) => children(run, "t"));
  return unescapeText([...children(item, "t"), ...runs].map(({ text }) => text).join(""));
}

function isoToSerial(text: string): number {
  return (
    Date.parse(text.includes("T") ? `${text.replace(/Z$/, "")}Z` : `${text}T00:00:00Z`) / 86_400_000 + 25_569
  );
}
