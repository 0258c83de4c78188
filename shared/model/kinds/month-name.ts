import * as z from "zod";
import { monthByName, monthName, monthNames } from "../../colombia/months.ts";
import { readNumber } from "../../colombia/read-number.ts";
import { closest, knownNames } from "../../text/closeness.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";

/** A month of the year, stored 1–12, shown Enero…Diciembre. */
export function monthOfYear(options: ColumnOptions): Column<number> {
  return buildColumn(monthKind, options);
}

const monthKind: Kind = {
  name: "month-name",
  layout: { numberFormat: "@", align: "left", width: 13 },
  storage: "INTEGER",
  schema: z.number().int().min(1).max(12),
  read(cell) {
    const month = (typeof cell === "string" ? monthByName(cell) : undefined) ?? readNumber(cell)?.value;
    const known = month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12;
    return known ? understood(month) : refused("unknown-choice", { options: monthNames.join(", ") });
  },
  write: (value) => monthName(Number(value)),
  display: (value) => monthName(Number(value)),
  options: () => monthNames,
  suggest: (cell) => (typeof cell === "string" ? closest(cell, names) : []),
};

const names = knownNames(monthNames.map((name) => [name, name]));
