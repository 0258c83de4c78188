import type { Measure, RowFilter } from "../../shared/model/measure.ts";
import type { Months } from "../../shared/model/result.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, type SqlValue, type Statement } from "./statement.ts";

/** Part of a statement with its arguments, in order. */
export interface Fragment {
  readonly sql: string;
  readonly args: readonly SqlValue[];
}

/**
 * The rows that a measure counts, each with `id`, `day`, `month`, `advisor` and the `value` that it adds. Where each value
 * of a column counts once a month, its earliest row counts (docs/decisions/024-a-user-counts-once.md).
 */
export function countedRows(sheet: Sheet, measure: Measure, months: Months): Fragment {
  const { aggregate } = measure;
  if (!("countDistinct" in aggregate)) return matchingRows(sheet, measure, months, "counting");
  const matching = matchingRows(sheet, measure, months, "counting");
  return {
    sql: `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY month, counted ORDER BY day, created, id) AS place
      FROM (${matching.sql}) WHERE counted IS NOT NULL) WHERE place = 1`,
    args: matching.args,
  };
}

/** The rows that a measure would count had they not been voided. */
export function voidedRows(sheet: Sheet, measure: Measure, months: Months): Fragment {
  return matchingRows(sheet, measure, months, "voided");
}

/** The measure's value by month and advisor. */
export function measureStatement(
  sheet: Sheet,
  measure: Measure,
  months: Months,
  advisor?: string,
): Statement {
  const rows = countedRows(sheet, measure, months);
  return {
    sql: `SELECT month, advisor, sum(value) AS value FROM (${rows.sql})
      ${advisor === undefined ? "" : "WHERE advisor IS ?"} GROUP BY month, advisor ORDER BY month, advisor`,
    args: [...rows.args, ...(advisor === undefined ? [] : [advisor])],
  };
}

/** Months as text compare like their days: `2026-03-31` lies between `2026-03` and `2026-03~`. */
function matchingRows(
  sheet: Sheet,
  measure: Measure,
  { first, last }: Months,
  state: "counting" | "voided",
): Fragment {
  const column = (key: string) => storedColumnSql(sheet, key);
  const day = column(measure.by);
  const value = valueOf(measure.aggregate, column);
  const where = filterOf(measure, column);
  return {
    sql: `SELECT t._id AS id, t._created AS created, ${day} AS day, substr(${day}, 1, 7) AS month,
      ${column(measure.advisor)} AS advisor, ${value.counted} AS counted, ${value.added} AS value
      FROM ${identifier(sheet.id)} t
      WHERE t._voided = ${state === "voided" ? 1 : 0} AND ${day} >= ? AND ${day} < ?${where.sql}`,
    args: [first, `${last}~`, ...where.args],
  };
}

function valueOf(
  aggregate: Measure["aggregate"],
  column: (key: string) => string,
): { counted: string; added: string } {
  if ("sum" in aggregate) return { counted: "NULL", added: `ifnull(${column(aggregate.sum)}, 0)` };
  return { counted: "countDistinct" in aggregate ? column(aggregate.countDistinct) : "NULL", added: "1" };
}

/** ` AND …` for each condition of a filter. */
export function filterOf(
  { where = {}, present = [], absent = [] }: RowFilter,
  column: (key: string) => string,
): Fragment {
  return joinFragments([
    ...Object.entries(where).map(([key, values]) => oneOf(column(key), values)),
    ...present.map((key) => ({ sql: ` AND ${column(key)} IS NOT NULL`, args: [] })),
    ...absent.map((key) => ({ sql: ` AND ${column(key)} IS NULL`, args: [] })),
  ]);
}

/** ` AND column IN (?, …)`; of no values, nothing is one. */
export function oneOf(columnSql: string, values: readonly (string | number)[]): Fragment {
  return { sql: ` AND ${columnSql} IN (${values.map(() => "?").join(", ")})`, args: values };
}

export function joinFragments(fragments: readonly Fragment[]): Fragment {
  return { sql: fragments.map(({ sql }) => sql).join(""), args: fragments.flatMap(({ args }) => args) };
}
