import type { Cell } from "../../shared/model/value.ts";
import type { Area, GridTable } from "../../shared/recognition/grid.ts";
import { parseCell } from "./address.ts";
import { UnreadableWorkbook } from "./failure.ts";
import { isoToSerial } from "./iso-date.ts";
import { unescape } from "./strings.ts";
import { isOn, type Attributes } from "./xml.ts";

/** Cells that a workbook may hold; the empty ones and the rows between them count too. */
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

interface OpenCell {
  row: number;
  column: number;
  kind: string;
  style: number;
  value: string;
  formula: string | undefined;
  /** The group of cells that share one formula, of which the first has its text. */
  group: string | undefined;
}

/** Hears the rows and cells of a worksheet; a cell without a value costs nothing, however it is formatted. */
export function createCellReader(sheet: Worksheet, shared: Shared) {
  const formulas = new Map<string, string>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let taking: "value" | "formula" | undefined;
  let aloud = false;

  function openRow({ r, hidden }: Attributes): void {
    row = r === undefined ? row + 1 : Number(r) - 1;
    column = -1;
    if (isOn(hidden)) sheet.hiddenRows.add(row);
  }

  function openCell({ r, t = "n", s = "0" }: Attributes): void {
    const place = r === undefined ? { row, column: column + 1 } : parseCell(r);
    if (!place || !isOnSheet(place)) throw new UnreadableWorkbook("damaged", `there is no cell ${r}`);
    column = place.column;
    cell = { ...place, kind: t, style: Number(s), value: "", formula: undefined, group: undefined };
  }

  function closeCell(): void {
    if (cell?.group !== undefined) {
      if (cell.formula) formulas.set(cell.group, cell.formula);
      else cell.formula = formulas.get(cell.group) ?? "";
    }
    if (cell) keep(sheet, cell, shared);
    cell = undefined;
  }

  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row: openRow,
    c: openCell,
    v: () => void (taking = "value"),
    t: () => void (taking = aloud ? undefined : "value"),
    rPh: () => void (aloud = true),
    f({ si, t }) {
      taking = "formula";
      if (cell) cell = { ...cell, formula: "", group: t === "shared" ? si : undefined };
    },
  };
  const stop = () => void (taking = undefined);
  const closers: Readonly<Record<string, () => void>> = {
    v: stop,
    t: stop,
    f: stop,
    rPh: () => void (aloud = false),
    c: closeCell,
  };
  return {
    open: (name: string, attributes: Attributes) => openers[name]?.(attributes),
    close: (name: string) => closers[name]?.(),
    text(piece: string) {
      if (cell && taking === "value") cell.value += piece;
      else if (cell && taking === "formula") cell.formula = (cell.formula ?? "") + piece;
    },
  };
}

const isOnSheet = ({ row, column }: { readonly row: number; readonly column: number }): boolean =>
  row >= 0 && row < 1_048_576 && column >= 0 && column < 16_384;

function keep(sheet: Worksheet, cell: OpenCell, shared: Shared): void {
  const value = toCell(cell, shared);
  if (value === "" && cell.formula === undefined) return;
  const skipped = Math.max(0, cell.row - sheet.cells.length);
  const cells = (sheet.cells[cell.row] ??= []);
  const styles = (sheet.styles[cell.row] ??= []);
  shared.room -= skipped + Math.max(1, cell.column - cells.length + 1);
  if (shared.room < 0) throw new UnreadableWorkbook("too-large", "more cells than are read at once");
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
