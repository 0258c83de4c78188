import * as z from "zod";
import { readNumber } from "../../colombia/read-number.ts";
import type { Check, Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";

interface NumberOptions extends ColumnOptions {
  readonly min?: number;
  readonly max?: number;
}

const largest = 999_999_999_999_999;
const decimals = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 6 });
const pesos = new Intl.NumberFormat("es-CO", {
  style: "currency",
  currency: "COP",
  maximumFractionDigits: 0,
});

/** A whole number of things. */
export function count(options: NumberOptions): Column<number> {
  return buildColumn(
    wholeKind("count", "#,##0", 10, (value) => decimals.format(value)),
    options,
    limits({ min: 0, ...options }),
  );
}

/** Whole Colombian pesos. */
export function money(options: NumberOptions): Column<number> {
  return buildColumn(
    wholeKind("money", '"$" #,##0;[Red]-"$" #,##0', 16, (value) => pesos.format(value)),
    options,
    limits(options),
  );
}

/** A year, written without separators. */
export function year(options: ColumnOptions): Column<number> {
  return buildColumn(wholeKind("year", "0", 8, String), options, limits({ min: 2000, max: 2100 }));
}

/** A measured quantity with decimals. */
export function decimal(options: NumberOptions): Column<number> {
  return buildColumn(decimalKind, options, limits(options));
}

function wholeKind(
  name: string,
  numberFormat: string,
  width: number,
  display: (value: number) => string,
): Kind {
  return {
    name,
    layout: { numberFormat, align: "right", width },
    storage: "INTEGER",
    schema: z.number().int().min(-largest).max(largest),
    read(cell) {
      const typed = readNumber(cell);
      if (!typed || typed.percent) return refused("not-a-number");
      return Number.isInteger(typed.value) ? understood(typed.value + 0) : refused("not-whole");
    },
    write: (value) => value,
    display: (value) => display(Number(value)),
  };
}

const decimalKind: Kind = {
  name: "decimal",
  layout: { numberFormat: "#,##0.00", align: "right", width: 12 },
  storage: "REAL",
  schema: z
    .number()
    .min(-largest)
    .max(largest)
    .refine((value) => value === toFifteenDigits(value)),
  read(cell) {
    const typed = readNumber(cell);
    return !typed || typed.percent ? refused("not-a-number") : understood(toFifteenDigits(typed.value) + 0);
  },
  write: (value) => value,
  display: (value) => decimals.format(Number(value)),
};

/** Excel shows fifteen digits, and the database's text of a number holds no more: with these all agree. */
function toFifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

function limits({ min, max }: { readonly min?: number; readonly max?: number }): readonly Check[] {
  return [
    (value) =>
      min !== undefined && Number(value) < min
        ? { code: "out-of-range", details: { min, typed: value } }
        : undefined,
    (value) =>
      max !== undefined && Number(value) > max
        ? { code: "out-of-range", details: { max, typed: value } }
        : undefined,
  ];
}
