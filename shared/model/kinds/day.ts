import * as z from "zod";
import { dayToSerial, formatDay, isDay } from "../../colombia/day.ts";
import { dateOrderEvidence } from "../../colombia/date-order.ts";
import { hasSerial, readDay } from "../../colombia/read-day.ts";
import type { Check, Column, ColumnOptions } from "../column.ts";
import type { Finding, IssueCode, Severity } from "../issue.ts";
import { refused, understood, type CellContext, type Kind } from "../kind.ts";
import type { Cell, Day } from "../value.ts";
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
  read(cell, { date1904, habit }) {
    const reading = readDay(cell, date1904, habit?.monthFirst);
    if (!("day" in reading)) return refused(reading.code);
    const { day: read, swapped } = reading;
    if (read < "2000-01-01") return understood(read, doubt("before-2000", read));
    const isDoubtful = habit?.doubtfulOrder && !habit.monthFirst && swapped !== undefined;
    return understood(read, isDoubtful ? doubt("ambiguous-date", read) : undefined);
  },
  /** A day that Excel's serial numbers are not read as is written as ISO text, which no order of day and month can turn. */
  write: (value, context) =>
    hasSerial(String(value)) ? dayToSerial(String(value), context.date1904) : String(value),
  display: (value) => formatDay(String(value)),
  suggest: (cell, context) => daysMeant(cell, context).map(formatDay),
  habitOf(cells) {
    const order = dateOrderEvidence(cells);
    return order === "monthFirst" || order === "mixed" ? { doubtfulOrder: true } : undefined;
  },
};

const doubt = (code: IssueCode, read: Day): Finding => ({
  code,
  severity: "warning",
  details: { read: formatDay(read) },
});

/**
 * The days that a cell may mean: both orders of day and month, a serial number that is kept as text, and this century
 * for the last one.
 */
function daysMeant(cell: Cell, { date1904, habit, today }: CellContext): readonly Day[] {
  const monthFirst = habit?.monthFirst ?? false;
  const readings =
    typeof cell === "string" && /^\d{5}$/.test(cell)
      ? [readDay(Number(cell), date1904)]
      : [readDay(cell, date1904, monthFirst), readDay(cell, date1904, !monthFirst)];
  const days = readings.flatMap((reading) => ("day" in reading ? [reading.day] : []));
  const [first] = days;
  if (first === undefined || first >= "2000-01-01") return [...new Set(days)];
  const later = `20${first.slice(2)}`;
  return isDay(later) && later <= today ? [later] : [];
}

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
