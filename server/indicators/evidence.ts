import { limits, type Evidence } from "../../shared/contract.ts";
import type { Person } from "../../shared/model/access.ts";
import type { Indicator } from "../../shared/model/indicator.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Month, Row } from "../../shared/model/value.ts";
import { readEvidence } from "../db/read-evidence.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById, type Service } from "../service-parts.ts";

export interface EvidenceRequest {
  readonly indicator: Indicator;
  readonly month: Month;
  /** One advisor's rows, nobody's (`null`), or everybody's. */
  readonly advisor: string | null | undefined;
  readonly person: Person;
}

/** The rows behind a figure, who wrote them last, and what was left out and why. */
export async function evidenceOf(
  service: Service,
  { indicator, month, advisor, person }: EvidenceRequest,
): Promise<Evidence> {
  const { executed: measure, formula, formulaVersion } = indicator;
  const sheet = sheetById(service, measure.from);
  if (!sheet) throw new Error(`${indicator.id} counts "${measure.from}", which is no record`);
  const context = await judgingContext(service, service.now());
  const nameOf = (id: string) => context.people.byId(id)?.name ?? id;
  const labelOf = labelling(sheet, person, context);
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
    rows: counted.slice(0, limits.evidenceRows).map(({ row, by, ...rest }) => ({
      id: row.id,
      version: row.version,
      label: labelOf(row.values),
      by: nameOf(by),
      ...rest,
    })),
    excluded: voided
      .slice(0, limits.evidenceRows)
      .map(({ row }) => ({ id: row.id, label: labelOf(row.values), why: "voided" as const })),
    more: counted.length > limits.evidenceRows || voided.length > limits.evidenceRows,
  };
}

/** What names a row to people: its first key, else its first text; never a column that the person may not read. */
function labelling(sheet: Sheet, { role }: Person, context: Context): (row: Row) => string {
  const mayRead = (key: string) => columnOf(sheet, key).read?.includes(role) ?? true;
  const texts = columnKeys(sheet).filter((key) => columnOf(sheet, key).kind.name === "text");
  const columns = (sheet.keys[0] ?? texts.filter(mayRead).slice(0, 1)).filter(mayRead);
  return (row) =>
    columns
      .flatMap((key) => {
        const value = row[key] ?? null;
        return value === null ? [] : [columnOf(sheet, key).kind.display(value, context)];
      })
      .join(" · ");
}
