import { isTyped } from "./column.ts";
import { findingToIssue, type Issue } from "./issue.ts";
import type { CellContext, Context, Reading } from "./kind.ts";
import type { Column } from "./column.ts";
import type { Sheet } from "./sheet.ts";
import type { Cell, MutableRow, Row } from "./value.ts";
import { atColumn, refused, understood } from "./kind.ts";
import { tidy } from "../text/normalise.ts";

/** A row as it was typed, by column key; columns that the sheet lacks are absent. */
export type CellRow = Readonly<Record<string, Cell>>;

/** What a row of cells means. */
export interface RowReading {
  /** Canonical values of the columns that could be read; computed columns are not among them. */
  readonly values: Row;
  /** The text of the cells that could not be read. */
  readonly unread: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** Reads the typed columns of a row. It only understands; whether the values are allowed is `checkRow`'s question. */
export function readRow(sheet: Sheet, cells: CellRow, context: Context): RowReading {
  const values: MutableRow = {};
  const unread: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [key, column] of Object.entries(sheet.columns)) {
    const cell = cells[key];
    if (cell === undefined || !isTyped(column)) continue;
    const reading = readCell(column, cell, atColumn(context, key), values);
    if (reading.ok) values[key] = reading.value;
    else unread[key] = String(cell);
    const finding = reading.ok ? reading.warning : reading.finding;
    if (finding) issues.push(findingToIssue(key, withTyped(finding, cell)));
  }
  return { values, unread, issues };
}

/** Reads one cell: empty is null, an error value of Excel is refused, the rest is the kind's affair. */
export function readCell(column: Column, cell: Cell, context: CellContext, row: Row): Reading {
  if (typeof cell === "string") {
    const text = tidy(cell);
    if (text === "") return understood(null);
    if (isErrorValue(text)) return refused("error-cell");
    return column.kind.read(text, context, row);
  }
  return column.kind.read(cell, context, row);
}

/** Whether no typed column of the row holds anything. */
export function isBlankRow(cells: CellRow): boolean {
  return Object.values(cells).every((cell) => typeof cell === "string" && tidy(cell) === "");
}

function isErrorValue(text: string): boolean {
  return /^#(N\/A|N\/D|REF!|¡REF!|VALUE!|¡VALOR!|DIV\/0!|¡DIV\/0!|NAME\?|¿NOMBRE\?|NUM!|¡NUM!|NULL!|¡NULO!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA)$/u.test(
    text,
  );
}

function withTyped(finding: NonNullable<Extract<Reading, { ok: true }>["warning"]>, cell: Cell) {
  return { ...finding, details: { typed: String(cell), ...finding.details } };
}
