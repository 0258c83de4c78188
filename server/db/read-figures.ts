import type { Indicator } from "../../shared/model/indicator.ts";
import type { Measure } from "../../shared/model/measure.ts";
import type { MeasuredValue, Months } from "../../shared/model/result.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { seqStatement } from "./commit-changes.ts";
import type { Database } from "./database.ts";
import { measureStatement } from "./measure-sql.ts";
import { numberOf, textOf, textOrNullOf, type SqlRow } from "./statement.ts";
import { targetStatement } from "./target-sql.ts";

type Reader = Pick<Database, "read">;

/** A month's target, of the company or of an advisor. */
export interface Target {
  readonly month: string;
  readonly level: "company" | "advisor";
  readonly advisor: string | null;
  readonly target: number;
  readonly firstTarget: number;
}

/** Figures from one snapshot, and its place in the history. */
export interface MeasuredFigures {
  readonly seq: number;
  readonly values: readonly MeasuredValue[];
}

export interface IndicatorFigures {
  readonly seq: number;
  readonly executed: readonly MeasuredValue[];
  readonly targets: readonly Target[];
}

/** A measure by month and advisor, or of one advisor only. */
export async function readMeasure(
  reader: Reader,
  sheet: Sheet,
  measure: Measure,
  months: Months,
  advisor: string | undefined,
): Promise<MeasuredFigures> {
  const [seq = [], values = []] = await reader.read([
    seqStatement,
    measureStatement(sheet, measure, months, advisor),
  ]);
  return { seq: seqOf(seq), values: values.map(measuredOf) };
}

/** What was executed of an indicator and what was aimed at, by month and advisor. */
export async function readIndicator(
  reader: Reader,
  sheets: { readonly executed: Sheet; readonly target: Sheet },
  indicator: Indicator,
  months: Months,
): Promise<IndicatorFigures> {
  const [seq = [], executed = [], targets = []] = await reader.read([
    seqStatement,
    measureStatement(sheets.executed, indicator.executed, months),
    targetStatement(sheets.target, indicator.target, months),
  ]);
  return { seq: seqOf(seq), executed: executed.map(measuredOf), targets: targets.map(targetOf) };
}

const seqOf = (rows: readonly SqlRow[]): number => (rows[0] ? numberOf(rows[0], "seq") : 0);

function measuredOf(row: SqlRow): MeasuredValue {
  return {
    month: textOf(row, "month"),
    advisor: textOrNullOf(row, "advisor"),
    value: numberOf(row, "value"),
  };
}

function targetOf(row: SqlRow): Target {
  return {
    month: textOf(row, "month"),
    level: numberOf(row, "level") === 0 ? "company" : "advisor",
    advisor: textOrNullOf(row, "advisor"),
    target: numberOf(row, "target"),
    firstTarget: numberOf(row, "firstTarget"),
  };
}
