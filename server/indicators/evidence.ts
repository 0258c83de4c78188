import { limits, type Evidence } from "../../shared/contract.ts";
import { mayTouch, readableColumns, type Person } from "../../shared/model/access.ts";
import type { Indicator } from "../../shared/model/indicator.ts";
import { rowLabel } from "../../shared/model/row-label.ts";
import type { Measure } from "../../shared/model/measure.ts";
import type { Month, Row } from "../../shared/model/value.ts";
import { readEvidence, type EvidenceRow } from "../db/read-evidence.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById, type Service } from "../service-parts.ts";

export interface EvidenceRequest {
  readonly indicator: Indicator;
  readonly month: Month;
  /** One advisor's rows, nobody's (`null`), or everybody's. */
  readonly advisor: string | null | undefined;
  readonly person: Person;
}

/**
 * The rows behind a figure as far as the person may read them, who wrote them last, and what was left out and why;
 * undefined where the record or what the figure is made of is hidden from them.
 */
export async function evidenceOf(
  service: Service,
  { indicator, month, advisor, person }: EvidenceRequest,
): Promise<Evidence | undefined> {
  const { executed: measure, formula, formulaVersion } = indicator;
  const sheet = sheetById(service, measure.from);
  if (!sheet) throw new Error(`${indicator.id} counts "${measure.from}", which is no record`);
  const readable = readableColumns(sheet, person.role);
  if (!shownColumns(measure).every((column) => readable.includes(column))) return undefined;
  const context = await judgingContext(service, service.now());
  const { nameOf } = context.people;
  const isSeen = ({ row }: EvidenceRow) => mayTouch(sheet, person, "read", row.values);
  const labelOf = (row: Row) => rowLabel(sheet, row, context, readable);
  const { counted, voided } = await readEvidence(service.database, {
    sheet,
    measure,
    month,
    advisor,
    rows: limits.evidenceRows,
  });
  return {
    formula,
    formulaVersion,
    sheet: sheet.id,
    rows: counted
      .slice(0, limits.evidenceRows)
      .filter(isSeen)
      .map(({ row, by, ...rest }) => ({
        id: row.id,
        version: row.version,
        label: labelOf(row.values),
        by: nameOf(by),
        ...rest,
      })),
    excluded: voided
      .slice(0, limits.evidenceRows)
      .filter(isSeen)
      .map(({ row }) => ({ id: row.id, label: labelOf(row.values), why: "voided" as const })),
    more: counted.length > limits.evidenceRows || voided.length > limits.evidenceRows,
  };
}

/** The columns whose values the rows behind a figure show: its day, its advisor and what is added up. */
function shownColumns({ by, advisor, aggregate }: Measure): readonly string[] {
  return [by, advisor, ...("sum" in aggregate ? [aggregate.sum] : [])];
}
