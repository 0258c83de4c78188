import * as z from "zod";
import type { Check, Column, ColumnOptions } from "../column.ts";
import { refused, understood } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { isFraction, plainNumbers, scaledNumbers, toFifteenDigits } from "./number-kind.ts";

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
  return buildColumn(countKind, options, limits({ min: 0, ...options }));
}

/** A whole number of days, negative once they are over. */
export function dayCount(options: ColumnOptions): Column<number> {
  return buildColumn(countKind, options);
}

/** Whole Colombian pesos; where the sheet counts thousands or millions, a cell is read and written in those. */
export function money(options: NumberOptions): Column<number> {
  return buildColumn(moneyKind, options, limits(options));
}

/** A year, written without separators. */
export function year(options: ColumnOptions): Column<number> {
  return buildColumn(yearKind, options, limits({ min: 2000, max: 2100 }));
}

/** A measured quantity with decimals; where the sheet counts in another unit, a cell is read and written in that. */
export function decimal(options: NumberOptions): Column<number> {
  return buildColumn(decimalKind, options, limits(options));
}

/** A share in percent: 98.5 is 98,5 %. Where the sheet keeps fractions, its unit is 100. */
export function percentage(options: NumberOptions): Column<number> {
  return buildColumn(percentageKind, options, limits(options));
}

const whole = (value: number) => (Number.isInteger(value) ? understood(value) : refused("not-whole"));

function wholeNumbers(name: string, numberFormat: string, width: number, shown: (value: number) => string) {
  return {
    name,
    layout: { numberFormat, align: "right" as const, width },
    storage: "INTEGER" as const,
    schema: z.number().int().min(-largest).max(largest),
    measured: false,
    take: whole,
    shown,
  };
}

const measures = {
  name: "decimal",
  layout: { numberFormat: "#,##0.00", align: "right" as const, width: 12 },
  storage: "REAL" as const,
  schema: z
    .number()
    .min(-largest)
    .max(largest)
    .refine((value) => value === toFifteenDigits(value)),
  measured: true,
  take: (value: number) => understood(value),
  shown: (value: number) => decimals.format(value),
};

const countKind = plainNumbers(wholeNumbers("count", "#,##0", 10, (value) => decimals.format(value)));
const moneyKind = scaledNumbers(
  wholeNumbers("money", '"$" #,##0;[Red]-"$" #,##0', 16, (value) => pesos.format(value)),
);
const yearKind = plainNumbers(wholeNumbers("year", "0", 8, String));
const decimalKind = scaledNumbers(measures);
const percentageKind = scaledNumbers({
  ...measures,
  name: "percentage",
  layout: { numberFormat: '0.0" %"', align: "right", width: 10 },
  percent: true,
  shown: (value) => `${decimals.format(value)} %`,
  suggest: (cell) =>
    typeof cell === "number" && isFraction(cell) ? [`${decimals.format(cell * 100)} %`] : [],
});

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
