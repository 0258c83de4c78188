import * as z from "zod";
import { firstDayOf, dayToSerial, monthOf, serialToDay } from "../../colombia/day.ts";
import { monthByName, monthLabel } from "../../colombia/months.ts";
import { readDay } from "../../colombia/read-day.ts";
import { normalise } from "../../text/normalise.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type CellContext, type Kind, type Reading } from "../kind.ts";
import type { Cell, Month } from "../value.ts";
import { buildColumn } from "./build-column.ts";

/** A calendar month `YYYY-MM`, in a cell the first of its days. */
export function calendarMonth(options: ColumnOptions): Column<string> {
  return buildColumn(monthKind, options);
}

/** Serial numbers of days from 2000 to 2100, whichever year the workbook counts from. */
const serials = { first: 35_064, last: 73_415 };

const monthKind: Kind = {
  name: "month",
  layout: { numberFormat: "mmm yyyy", align: "center", width: 13 },
  storage: "TEXT",
  schema: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  read: (cell, context) => (typeof cell === "string" ? readText(cell, context) : readSerial(cell, context)),
  /** A month that its serial number would not be read as is written as ISO text. */
  write: (value, { date1904 }) =>
    hasSerial(String(value)) ? dayToSerial(firstDayOf(String(value)), date1904) : String(value),
  display: (value) => monthLabel(String(value)),
};

const hasSerial = (month: Month): boolean => month >= "2000-01" && month <= "2100-12";

function readSerial(cell: Cell, { date1904 }: CellContext): Reading {
  if (typeof cell !== "number" || !(cell >= serials.first && cell <= serials.last))
    return refused("not-a-date");
  return understood(monthOf(serialToDay(cell, date1904)));
}

/** «2026-06», «06/2026», «junio 2026», «JUN-26», «junio de 2026», or any day of the month. */
function readText(text: string, context: CellContext): Reading {
  const month = isoMonth(text) ?? slashedMonth(text) ?? namedMonth(text);
  if (month !== undefined) return understood(month);
  if (monthByName(text) !== undefined) return refused("incomplete-date");
  const reading = readDay(text, context.date1904);
  return "day" in reading ? understood(monthOf(reading.day)) : refused(reading.code);
}

function isoMonth(text: string): Month | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

function slashedMonth(text: string): Month | undefined {
  const [, month, year] = /^(0?[1-9]|1[0-2])[/-](20\d{2})$/.exec(text) ?? [];
  return month === undefined || year === undefined ? undefined : toMonth(year, Number(month));
}

function namedMonth(text: string): Month | undefined {
  const [, name = "", year = ""] =
    /^(?:mes )?(\p{L}+) (?:de |del )?(\d{2}|\d{4})$/u.exec(normalise(text)) ?? [];
  const month = monthByName(name);
  if (month === undefined || (year.length === 4 && !year.startsWith("20"))) return undefined;
  return toMonth(year.length === 2 ? `20${year}` : year, month);
}

const toMonth = (year: string, month: number): Month => `${year}-${String(month).padStart(2, "0")}`;
