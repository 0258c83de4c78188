import * as z from "zod";
import { dayToSerial, formatDay, isDay } from "../../colombia/day.ts";
import { readDay } from "../../colombia/read-day.ts";
import type { Check, Column, ColumnOptions } from "../column.ts";
import type { Severity } from "../issue.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";

interface DayOptions extends ColumnOptions {
  readonly notAfter?: "today";
  /** A later day than today is remarked, not refused. */
  readonly questionFuture?: true;
  /** The column whose day this one must not precede. */
  readonly notBefore?: string;
}

/** A calendar day. Text is read as day/month; what could only be month/day is refused, never swapped. */
export function day(options: DayOptions): Column<string> {
  const checks = [
    ...(options.notAfter === "today" ? [inFuture("error")] : []),
    ...(options.questionFuture ? [inFuture("warning")] : []),
    ...(options.notBefore === undefined ? [] : [notBefore(options.notBefore)]),
  ];
  return buildColumn(dayKind, options, checks);
}

const dayKind: Kind = {
  name: "day",
  layout: { numberFormat: "dd/mm/yyyy", align: "center", width: 13 },
  storage: "TEXT",
  schema: z.string().refine(isDay),
  read(cell, context) {
    const reading = readDay(cell, context.date1904);
    if (!("day" in reading)) return refused(reading.code);
    return reading.day < "2000-01-01"
      ? understood(reading.day, {
          code: "before-2000",
          severity: "warning",
          details: { read: formatDay(reading.day) },
        })
      : understood(reading.day);
  },
  write: (value, context) => dayToSerial(String(value), context.date1904),
  display: (value) => formatDay(String(value)),
};

function inFuture(severity: Severity): Check {
  return (value, _row, { today }) => {
    if (String(value) <= today) return undefined;
    return {
      code: "future-date",
      severity,
      details: { typed: formatDay(String(value)), today: formatDay(today) },
    };
  };
}

function notBefore(column: string): Check {
  return (value, row) => {
    const earliest = row[column];
    if (typeof earliest !== "string" || String(value) >= earliest) return undefined;
    return {
      code: "date-order",
      details: { typed: formatDay(String(value)), earliest: formatDay(earliest), other: column },
    };
  };
}
