import { computeRow, isRequired } from "../../../shared/model/check-row.ts";
import type { Column } from "../../../shared/model/column.ts";
import { holds } from "../../../shared/model/condition.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { MutableRow, Row, Value } from "../../../shared/model/value.ts";

/** What may be typed into any column; the kind takes the first that it understands. */
const typed = [
  "Texto de prueba",
  "2026-03-02",
  "2026",
  "3",
  "2",
  "1102345678",
  "3001234567",
  "ana@aseo.example",
];

/**
 * A row that a definition allows, made from the definition alone: every column that is required has the first of its
 * options, or the first of some usual entries that its kind understands and its checks allow.
 */
export function sampleRow(sheet: Sheet, context: Context, given: Row = {}): Row {
  const row: MutableRow = {};
  for (const [key, column] of typedColumns(sheet)) {
    const wanted = isRequired(column, row) || Object.hasOwn(given, key);
    row[key] = wanted ? (given[key] ?? sampleValue(column, row, context)) : null;
  }
  return typedOnly(sheet, computeRow(sheet, row, context));
}

/** Another value than the one that the column has, or null where the kind knows no other. */
export function otherValue(column: Column, row: Row, value: Value, context: Context): Value {
  return candidates(column, row, context).find((candidate) => candidate !== value) ?? null;
}

/** Some values that the column may have in a row, different ones where the kind knows several. */
export function someValues(column: Column, row: Row, context: Context): readonly (string | number)[] {
  return [...new Set(candidates(column, row, context))].slice(0, 5);
}

/** Whether the column may hold something in this row. */
export function mayHold(column: Column, row: Row): boolean {
  return !column.onlyWhen || holds(column.onlyWhen, row);
}

function sampleValue(column: Column, row: Row, context: Context): Value {
  const [first] = candidates(column, row, context);
  if (first === undefined) throw new Error(`no sample is known for the kind ${column.kind.name}`);
  return first;
}

function candidates(column: Column, row: Row, context: Context): readonly (string | number)[] {
  const cells = [...(column.kind.options?.(context) ?? typed)];
  return cells.flatMap((cell) => {
    const reading = readCell(column, cell, context, row);
    if (!reading.ok || reading.value === null) return [];
    const { value } = reading;
    const isAllowed = column.checks.every((check) => check(value, row, context) === undefined);
    return isAllowed && column.kind.schema.safeParse(value).success ? [value] : [];
  });
}

function typedOnly(sheet: Sheet, row: Row): Row {
  return Object.fromEntries(typedColumns(sheet).map(([key]) => [key, row[key] ?? null]));
}
