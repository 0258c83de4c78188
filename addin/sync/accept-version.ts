import { isTyped } from "../../shared/model/column.ts";
import { atColumn, type Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Cell, Row, Value } from "../../shared/model/value.ts";
import { written } from "../excel/es.ts";
import type { RowStatus } from "../excel/row-status.ts";
import type { CellWrite, NewRow } from "../excel/table-row.ts";
import { rowDigest } from "./digest.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { encodeReference, type RowReference } from "./reference.ts";

/** The table that rows are written to: its record, the columns that it has, and how values lie in cells. */
export interface Target {
  readonly sheet: Sheet;
  readonly columns: ReadonlySet<string>;
  readonly context: Context;
}

/** A row that now shows a version of the service: its new reference and the cells that differ. */
export interface Accepted {
  readonly row: LocalRow;
  readonly known: RowReference;
  readonly values: Row;
  readonly cells: readonly CellWrite[];
}

/**
 * Brings a row to a version of the service. Cells that already mean the same stay as they were typed. Where a formula of
 * the staff says something else than the service, the row stays at the version that it built on: a later change of the
 * formula's value then meets theirs as a conflict, and until then theirs stands.
 */
export function acceptVersion(row: LocalRow, version: number, answered: Row, target: Target): Accepted {
  const values = { ...row.reading.values, ...answered };
  const kept = keptFormulas(row, values);
  const own = Object.fromEntries(kept.map((key) => [key, row.reading.values[key] ?? null]));
  const known = {
    id: row.known.id,
    version: kept.length > 0 ? row.known.version : version,
    digest: digestOf({ ...values, ...own }, target),
  };
  return { row, known, values, cells: changedCells(row, answered, target) };
}

/** The columns of a row whose formula says something else than the values of the service. */
export function keptFormulas({ formulas, reading }: LocalRow, values: Row): readonly string[] {
  return [...(formulas ?? [])].filter((key) => (values[key] ?? null) !== (reading.values[key] ?? null));
}

/** A row of the service that the table does not show yet. */
export function toNewRow(
  id: string,
  version: number,
  values: Row,
  target: Target,
  status: RowStatus = "synchronised",
): NewRow {
  const { sheet, columns, context } = target;
  const cells: Record<string, Cell> = {};
  for (const key of columns) cells[key] = toCell(sheet, key, values[key] ?? null, context);
  const reference = encodeReference({ id, version, digest: digestOf(values, target) });
  return { reference, status: written.status[status], cells };
}

/** The digest that the cells will have once they show these values. */
export function digestOf(values: Row, { sheet, columns }: Target): string {
  return rowDigest(sheet, { values, unread: {} }, columns);
}

function changedCells(row: LocalRow, answered: Row, target: Target): readonly CellWrite[] {
  const { sheet, columns, context } = target;
  return Object.entries(answered).flatMap(([key, value]) => {
    // What the staff calculate by themselves stays a formula.
    if (!columns.has(key) || row.formulas?.has(key)) return [];
    const was = row.cells[key] ?? "";
    const becomes = toCell(sheet, key, value, context);
    const isSame = isTyped(columnOf(sheet, key))
      ? !(key in row.reading.unread) && (row.reading.values[key] ?? null) === value
      : was === becomes;
    return isSame ? [] : [{ column: key, was, becomes, ...formatFor(sheet, key, was, becomes) }];
  });
}

/** A number that takes the place of a text needs the column's number format, or people would not see what it is. */
export function formatFor(sheet: Sheet, key: string, was: Cell, becomes: Cell): Pick<CellWrite, "format"> {
  if (typeof was !== "string" || typeof becomes !== "number") return {};
  return { format: columnOf(sheet, key).kind.layout.numberFormat };
}

export function toCell(sheet: Sheet, key: string, value: Value, context: Context): Cell {
  return value === null ? "" : columnOf(sheet, key).kind.write(value, atColumn(context, key));
}
