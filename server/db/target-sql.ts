import type { TargetSource } from "../../shared/model/measure.ts";
import type { Months } from "../../shared/model/result.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { joinFragments, oneOf } from "./measure-sql.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, literal, type Statement } from "./statement.ts";

/**
 * Targets by month: the company's (`level` 0) and each advisor's (`level` 1), as they are now and as they were first
 * saved. The company's is the line that names neither advisor nor municipality; else the sum of the advisors'; else the
 * sum of the municipalities'. An advisor's is their line without municipality, else the sum of theirs by municipality
 * (docs/decisions/007).
 */
export function targetStatement(sheet: Sheet, source: TargetSource, { first, last }: Months): Statement {
  const lines = linesOf(sheet, source);
  return {
    sql: `WITH lines AS (SELECT * FROM (${lines.sql}) WHERE month BETWEEN ? AND ? AND value IS NOT NULL),
      advisor_lines AS (
        SELECT *, count(*) FILTER (WHERE municipality IS NULL) OVER (PARTITION BY month, advisor) AS alone
        FROM lines WHERE advisor IS NOT NULL),
      advisors AS (
        SELECT month, advisor, sum(value) AS target, sum(firstValue) AS firstTarget FROM advisor_lines
        WHERE alone = 0 OR municipality IS NULL GROUP BY month, advisor),
      candidates AS (
        SELECT month, 1 AS preference, sum(value) AS target, sum(firstValue) AS firstTarget FROM lines
          WHERE advisor IS NULL AND municipality IS NULL GROUP BY month
        UNION ALL SELECT month, 2, sum(target), sum(firstTarget) FROM advisors GROUP BY month
        UNION ALL SELECT month, 3, sum(value), sum(firstValue) FROM lines
          WHERE advisor IS NULL AND municipality IS NOT NULL GROUP BY month),
      preferred AS (
        SELECT *, row_number() OVER (PARTITION BY month ORDER BY preference) AS place FROM candidates)
      SELECT month, 0 AS level, NULL AS advisor, target, firstTarget FROM preferred WHERE place = 1
      UNION ALL SELECT month, 1, advisor, target, firstTarget FROM advisors
      ORDER BY month, level, advisor`,
    args: [...lines.args, first, last],
  };
}

/** The budget's lines that count, each with the value of the first revision that had one. */
function linesOf(sheet: Sheet, source: TargetSource): Statement {
  const column = (key: string) => storedColumnSql(sheet, key);
  const saved = `r."after"->>${literal(`$.${identifier(source.sum)}`)}`;
  const where = joinFragments(
    Object.entries(source.where).map(([key, values]) => oneOf(column(key), values)),
  );
  return {
    sql: `SELECT printf('%04d-%02d', ${column(source.year)}, ${column(source.month)}) AS month,
      ${column(source.advisor)} AS advisor, ${column(source.municipality)} AS municipality, ${column(source.sum)} AS value,
      (SELECT ${saved} FROM revisions r WHERE r.sheet = ${literal(sheet.id)} AND r."row" = t._id AND ${saved} IS NOT NULL
        ORDER BY r.version LIMIT 1) AS firstValue
      FROM ${identifier(sheet.id)} t WHERE t._voided = 0${where.sql}`,
    args: where.args,
  };
}
