import { isoToSerial } from "./iso-date.ts";
import type { Area, GridTable } from "../../shared/recognition/grid.ts";
import type { Cell } from "../../shared/model/value.ts";
import { parseArea, parseCell } from "./address.ts";
import type { Archive } from "./archive.ts";
import { UnreadableWorkbook } from "./failure.ts";
import { readRelations } from "./relations.ts";
import { unescape } from "./strings.ts";
import { isOn, readXml, type Attributes } from "./xml.ts";

/** Cells, empty ones between them included, that a workbook may hold. */
const mostCells = 12_000_000;

/** What a worksheet's part says. */
export interface Worksheet {
  readonly cells: Cell[][];
  readonly styles: number[][];
  readonly formulas: Map<number, Map<number, string>>;
  readonly merges: Area[];
  readonly tables: GridTable[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  protected: boolean;
}

/** What worksheets share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly date1904: boolean;
  /** Cells that the workbook may still have. */
  room: number;
}

export const createShared = (strings: readonly string[], date1904: boolean): Shared => ({
  strings,
  date1904,
  room: mostCells,
});

/** Reads one worksheet. Cells without a value cost nothing, however many are formatted. */
export async function readWorksheet(archive: Archive, path: string, shared: Shared): Promise<Worksheet> {
  const sheet: Worksheet = {
    cells: [],
    styles: [],
    formulas: new Map(),
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    protected: false,
  };
  await readXml(archive, path, cellListener(sheet, shared));
  for (const { kind, path: part } of (await readRelations(archive, path)).values()) {
    if (kind === "table" && archive.has(part)) await readTable(archive, part, sheet);
  }
  for (let row = 0; row < sheet.cells.length; row += 1) sheet.cells[row] ??= noCells;
  return sheet;
}

const noCells: Cell[] = [];

interface OpenCell {
  row: number;
  column: number;
  kind: string;
  style: number;
  value: string;
  formula: string | undefined;
}

function cellListener(sheet: Worksheet, shared: Shared) {
  const masters = new Map<string, string>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let taking: "value" | "formula" | undefined;
  let aloud = false;
  let master: string | undefined;
  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row({ r, hidden }) {
      row = r === undefined ? row + 1 : Number(r) - 1;
      column = -1;
      if (isOn(hidden)) sheet.hiddenRows.add(row);
    },
    c({ r, t = "n", s = "0" }) {
      const place = r === undefined ? { row, column: column + 1 } : parseCell(r);
      if (!place || place.column > 16_383 || place.row > 1_048_575)
        throw new UnreadableWorkbook("damaged", `no cell ${r}`);
      column = place.column;
      cell = { ...place, kind: t, style: Number(s), value: "", formula: undefined };
    },
    v: () => void (taking = "value"),
    t: () => void (taking = aloud ? undefined : "value"),
    rPh: () => void (aloud = true),
    f({ si, t }) {
      taking = "formula";
      master = t === "shared" ? si : undefined;
      if (cell) cell.formula = "";
    },
    col({ min, max, hidden }) {
      if (!isOn(hidden)) return;
      for (let at = Number(min); at <= Math.min(Number(max), 16_384); at += 1)
        sheet.hiddenColumns.add(at - 1);
    },
    mergeCell({ ref = "" }) {
      const area = parseArea(ref);
      if (area) sheet.merges.push(area);
    },
    sheetProtection({ sheet: on }) {
      sheet.protected = isOn(on);
    },
  };
  const closers: Readonly<Record<string, () => void>> = {
    v: () => void (taking = undefined),
    t: () => void (taking = undefined),
    rPh: () => void (aloud = false),
    f() {
      taking = undefined;
      if (!cell || master === undefined) return;
      if (cell.formula) masters.set(master, cell.formula);
      else cell.formula = masters.get(master) ?? "";
    },
    c() {
      if (cell) keep(sheet, cell, shared);
      cell = undefined;
    },
  };
  return {
    open: (name: string, attributes: Attributes) => openers[name]?.(attributes),
    close: (name: string) => closers[name]?.(),
    text(piece: string) {
      if (cell && taking === "value") cell.value += piece;
      else if (cell && taking === "formula") cell.formula += piece;
    },
  };
}

function keep(sheet: Worksheet, cell: OpenCell, shared: Shared): void {
  const value = toCell(cell, shared);
  if (value === "" && cell.formula === undefined) return;
  const cells = (sheet.cells[cell.row] ??= []);
  const styles = (sheet.styles[cell.row] ??= []);
  shared.room -= Math.max(1, cell.column - cells.length + 1);
  if (shared.room < 0 || cell.row > sheet.cells.length + 2_000_000)
    throw new UnreadableWorkbook("too-large", "more cells than are read at once");
  while (cells.length < cell.column) cells.push("");
  cells[cell.column] = value;
  styles[cell.column] = cell.style;
  if (cell.formula !== undefined) keepFormula(sheet.formulas, cell, `=${cell.formula}`);
}

function keepFormula(formulas: Worksheet["formulas"], { row, column }: OpenCell, formula: string): void {
  const inRow = formulas.get(row);
  if (inRow) inRow.set(column, formula);
  else formulas.set(row, new Map([[column, formula]]));
}

function toCell({ kind, value }: OpenCell, { strings, date1904 }: Shared): Cell {
  if (value === "") return "";
  if (kind === "s") return strings[Number(value)] ?? "";
  if (kind === "b") return isOn(value);
  if (kind === "d") return isoToSerial(value, date1904) ?? value;
  if (kind === "e") return value;
  if (kind === "str" || kind === "inlineStr") return unescape(value);
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

async function readTable(archive: Archive, path: string, sheet: Worksheet): Promise<void> {
  await readXml(archive, path, {
    open(name, { displayName = "", ref = "", totalsRowCount }) {
      const area = name === "table" ? parseArea(ref) : undefined;
      if (area) sheet.tables.push({ name: displayName, area, totals: Number(totalsRowCount ?? 0) > 0 });
    },
  });
}
