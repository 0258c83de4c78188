import type { Cell, Value } from "../../../shared/model/value.ts";
import type { Area, GridTable, SheetGrid, WorkbookGrid } from "../../../shared/recognition/grid.ts";
import type { Truth, TruthTable } from "../../../tools/recognise/truth.ts";

/** What a cell holds and what it means: a value, or the reason why it has none. */
export interface Typed {
  readonly cell: Cell;
  readonly means?: Value;
  readonly refused?: string;
  readonly format?: string;
  readonly formula?: string;
}

/** A column of a staff's sheet: its header, the domain's name of it (null where it is their own), its cells by record. */
export interface StaffColumn {
  readonly header: string;
  readonly label: string | null;
  readonly cells: (record: number) => Typed;
}

export interface StaffTable {
  readonly record: string;
  readonly columns: readonly StaffColumn[];
  readonly records: number;
  /** Row and column of the header's first cell, from 0. */
  readonly row: number;
  readonly left?: number;
  /** Rows put before a record: what they hold from the left, and what the truth calls them. */
  readonly between?: Readonly<Record<number, { readonly cells: readonly Cell[]; readonly why: string }>>;
  /** What stands below the last record, a row each. */
  readonly below?: readonly (readonly Cell[])[];
  readonly truth?: Partial<TruthTable>;
}

/** A worksheet under construction. */
export interface Draft {
  readonly name: string;
  readonly cells: Cell[][];
  readonly formats: Map<string, string>;
  readonly formulas: Map<string, string>;
  readonly merges: Area[];
  readonly tables: GridTable[];
}

export const createDraft = (name: string): Draft => ({
  name,
  cells: [],
  formats: new Map(),
  formulas: new Map(),
  merges: [],
  tables: [],
});

export function put(draft: Draft, row: number, column: number, { cell, format, formula }: Typed): void {
  for (let at = draft.cells.length; at <= row; at += 1) draft.cells.push([]);
  const cells = draft.cells[row] ?? [];
  for (let at = cells.length; at < column; at += 1) cells.push("");
  cells[column] = cell;
  if (format !== undefined) draft.formats.set(`${row} ${column}`, format);
  if (formula !== undefined) draft.formulas.set(`${row} ${column}`, formula);
}

export function putRow(draft: Draft, row: number, left: number, cells: readonly Cell[]): void {
  cells.forEach((cell, place) => put(draft, row, left + place, { cell }));
}

/** Writes a table onto a worksheet and tells what is true of it. */
export function putTable(draft: Draft, table: StaffTable): TruthTable {
  const { row, left = 0, columns, records, between = {}, below = [] } = table;
  putRow(
    draft,
    row,
    left,
    columns.map(({ header }) => header),
  );
  const skipRows: Record<string, string> = {};
  const rows: TruthTable["rows"] = [];
  let at = row;
  let first = row + 1;
  for (let record = 0; record < records; record += 1) {
    at += 1;
    const apart = between[record];
    if (apart) {
      putRow(draft, at, left, apart.cells);
      if (record > 0) skipRows[String(at + 1)] = apart.why;
      at += 1;
    }
    if (record === 0) first = at;
    const typed = columns.map(({ cells }) => cells(record));
    typed.forEach((cell, place) => put(draft, at, left + place, cell));
    rows.push(truthOf(at, columns, typed));
  }
  below.forEach((cells, place) => putRow(draft, at + 2 + place, left, cells));
  return {
    record: table.record,
    layout: "list",
    sheet: draft.name,
    headerRow: row + 1,
    firstDataRow: first + 1,
    lastDataRow: records === 0 ? row + 1 : at + 1,
    records,
    columns: Object.fromEntries(
      columns.flatMap(({ header, label }, place) =>
        header === "" ? [] : [[letters(left + place), label] as const],
      ),
    ),
    missingRequired: [],
    context: {},
    units: {},
    skipRows,
    mergedData: [],
    sums: {},
    rows,
    ...table.truth,
  };
}

function truthOf(
  row: number,
  columns: readonly StaffColumn[],
  typed: readonly Typed[],
): TruthTable["rows"][number] {
  const values: Record<string, Value> = {};
  const errors: { column: string; why: string }[] = [];
  columns.forEach(({ label }, place) => {
    const { means, refused } = typed[place] ?? {};
    if (label === null) return;
    if (refused !== undefined) errors.push({ column: label, why: refused });
    if (means !== undefined) values[label] = means;
  });
  return { row: row + 1, values, errors, warnings: [] };
}

/** 27 → `AB`. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? "" : letters(rest)) + String.fromCharCode(65 + (column % 26));
}

export function toGrid(draft: Draft, options: Partial<SheetGrid> = {}): SheetGrid {
  return {
    name: draft.name,
    hidden: false,
    protected: false,
    cells: draft.cells,
    formulaAt: (row, column) => draft.formulas.get(`${row} ${column}`),
    formatAt: (row, column) => draft.formats.get(`${row} ${column}`) ?? "General",
    merges: draft.merges,
    tables: draft.tables,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    ...options,
  };
}

export function toTruth(table: TruthTable, more: Partial<Truth> = {}): Truth {
  return {
    today: "2026-11-24",
    sheet: table.sheet,
    tables: [table, ...(more.more ?? [])],
    more: [],
    noRecordSheets: [],
    hiddenSheets: [],
    otherTables: [],
    ...more,
  };
}

export const bookOf = (...drafts: readonly Draft[]): WorkbookGrid => ({
  date1904: false,
  sheets: drafts.map((draft) => toGrid(draft)),
});
