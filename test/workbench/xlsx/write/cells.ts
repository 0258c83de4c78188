import { cellAddress } from "../address.ts";
import { rowPoints } from "../measures.ts";
import { moveFormula } from "../shared-formula.ts";
import type { Cell, CellMatrix, SheetSnapshot } from "../snapshot.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { element, escapeXml } from "./xml.ts";

export interface CellWriting {
  strings: SharedStrings;
  /** The number of a cell's style in styles.xml. */
  format: (style: Cell["s"]) => number;
}

/** The `sheetData` of a sheet; rows that a filter hides are hidden rows in a file. */
export function sheetData(sheet: SheetSnapshot, filtered: ReadonlySet<number>, writing: CellWriting): string {
  const matrix = sheet.cellData ?? {};
  const masters = formulaMasters(matrix);
  const rows = new Set(
    [...Object.keys(matrix), ...Object.keys(sheet.rowData ?? {})].map(Number).concat([...filtered]),
  );
  const lines = [...rows]
    .toSorted((one, other) => one - other)
    .map((row) => rowElement(row, sheet, filtered.has(row), masters, writing));
  return element("sheetData", {}, ...lines);
}

interface Master {
  formula: string;
  row: number;
  column: number;
}

function rowElement(
  row: number,
  sheet: SheetSnapshot,
  filtered: boolean,
  masters: Map<string, Master>,
  writing: CellWriting,
): string {
  const { h: chosen, ah, ia, hd, s } = sheet.rowData?.[row] ?? {};
  const h = ia === 1 ? (ah ?? chosen) : chosen;
  const format = s ? writing.format(s) : 0;
  const cells = Object.entries(sheet.cellData?.[row] ?? {}).map(([column, cell]) =>
    cellElement(cell, row, Number(column), masters, writing),
  );
  const attributes = {
    r: row + 1,
    ht: h === undefined ? undefined : rowPoints(h),
    customHeight: (h !== undefined && ia !== 1) || undefined,
    hidden: hd === 1 || filtered || undefined,
    ...(format > 0 ? { s: format, customFormat: true } : {}),
  };
  return element("row", attributes, ...cells);
}

function cellElement(
  cell: Cell,
  row: number,
  column: number,
  masters: Map<string, Master>,
  { strings, format }: CellWriting,
): string {
  const formula = formulaOf(cell, row, column, masters);
  const value = valueOf(cell);
  const written =
    formula === undefined ? constant(value, strings) : { t: resultType(value), content: lastValue(value) };
  const s = cell.s ? format(cell.s) || undefined : undefined;
  if (formula === undefined && written.content === "" && s === undefined) return "";
  const f = formula === undefined ? "" : element("f", {}, escapeXml(withPrefixes(formula)));
  return element("c", { r: cellAddress(row, column), s, t: written.t }, f, written.content);
}

/** The value as a file types it: text, number, boolean or an error. */
type Value = { kind: "s" | "n" | "b" | "e"; text: string } | undefined;

/** How Univer keeps that a cell is true. */
const truths: ReadonlySet<unknown> = new Set([true, 1, "1", "TRUE"]);

function valueOf({ v, t, p }: Cell): Value {
  if (p?.body) return { kind: "s", text: p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") };
  if (v === undefined || v === null) return undefined;
  if (t === 3 || typeof v === "boolean") return { kind: "b", text: truths.has(v) ? "1" : "0" };
  if (typeof v === "number" || (t === 2 && v !== "" && !Number.isNaN(Number(v))))
    return { kind: "n", text: String(Number(v)) };
  return { kind: isError(v) && t !== 4 ? "e" : "s", text: v };
}

function constant(value: Value, strings: SharedStrings): { t: string | undefined; content: string } {
  if (value?.kind === "s") {
    return value.text === ""
      ? { t: undefined, content: "" }
      : { t: "s", content: element("v", {}, String(strings.add(value.text))) };
  }
  return { t: resultType(value), content: lastValue(value) };
}

function resultType(value: Value): string | undefined {
  if (!value || value.kind === "n") return undefined;
  return value.kind === "s" ? "str" : value.kind;
}

function lastValue(value: Value): string {
  return value ? `<v>${escapeXml(value.text)}</v>` : "";
}

function isError(text: string): boolean {
  return /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/.test(text);
}

/** Univer keeps a filled formula once: the other cells say whose it is, and it moves with them. */
function formulaMasters(matrix: CellMatrix): Map<string, Master> {
  const masters = new Map<string, Master>();
  for (const [row, cells] of Object.entries(matrix)) {
    for (const [column, { f, si }] of Object.entries(cells)) {
      if (f && si) masters.set(si, { formula: f, row: Number(row), column: Number(column) });
    }
  }
  return masters;
}

function formulaOf(
  { f, si }: Cell,
  row: number,
  column: number,
  masters: Map<string, Master>,
): string | undefined {
  if (f) return f.replace(/^=/, "");
  const master = si ? masters.get(si) : undefined;
  return master && moveFormula(master.formula.replace(/^=/, ""), row - master.row, column - master.column);
}

// Functions younger than the file format carry a prefix in it, or Excel shows #NAME?.
const younger =
  /(?<![\w.])(CONCAT|IFS|MAXIFS|MINIFS|SWITCH|TEXTJOIN|XLOOKUP|XMATCH|SORTBY|UNIQUE|SEQUENCE|LET|LAMBDA|RANDARRAY|TEXTBEFORE|TEXTAFTER|TEXTSPLIT|VSTACK|HSTACK|DAYS|ISOWEEKNUM|IFNA|XOR|NUMBERVALUE)\(/g;
const youngerSheet = /(?<![\w.])(FILTER|SORT)\(/g;

function withPrefixes(formula: string): string {
  return formula.replace(younger, "_xlfn.$1(").replace(youngerSheet, "_xlfn._xlws.$1(");
}
