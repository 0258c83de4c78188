import type { Indicator, Unit } from "../../../shared/model/indicator.ts";
import type { Context } from "../../../shared/model/kind.ts";
import type { Measure } from "../../../shared/model/measure.ts";
import { columnLabel, sheetById, sheetLabel } from "../session/definitions.ts";
import type { Look } from "../today/glance.ts";
import { conditionInWords, joinWords } from "./condition.ts";
import { formatAmount } from "./numbers.ts";

export const lookLabels: Readonly<Record<Look, string>> = {
  met: "Meta cumplida",
  near: "Cerca de la meta",
  missed: "Por debajo de la meta",
  "on-pace": "A buen ritmo",
  "behind-pace": "Por debajo del ritmo",
  "no-target": "Sin meta",
};

const executedNouns: Readonly<Record<Unit, string>> = { users: "usuarios vinculados", pesos: "en ventas" };

/** What was done, against its target where there is one: `35 de 40 usuarios vinculados`. */
export function executedInWords(unit: Unit, executed: number, target: number | null): string {
  const done = formatAmount(unit, executed);
  const of = target === null ? "" : ` de ${formatAmount(unit, target)}`;
  return `${done}${of} ${executedNouns[unit]}`;
}

/** What an indicator counts, in words that follow from its definition. */
export function measureInWords(indicator: Indicator, context: Context): string {
  const { executed } = indicator;
  const dated = `por su «${columnLabel(executed.from, executed.by)}»`;
  const filters = filtersInWords(executed, context);
  const only = filters === "" ? "" : `, solo donde ${filters}`;
  return `${countedInWords(executed)} del formato «${sheetLabel(executed.from)}» ${dated}${only}. Las filas anuladas no cuentan.`;
}

function countedInWords({ aggregate, from }: Measure): string {
  if ("countDistinct" in aggregate)
    return `Cuenta una vez cada «${columnLabel(from, aggregate.countDistinct)}»`;
  return "sum" in aggregate ? `Suma «${columnLabel(from, aggregate.sum)}»` : "Cuenta las filas";
}

function filtersInWords({ from, where = {}, present = [] }: Measure, context: Context): string {
  const sheet = sheetById(from);
  if (!sheet) return "";
  const conditions = [
    ...Object.entries(where).map(([column, values]) => ({ column, in: values })),
    ...present.map((column) => ({ column, present: true }) as const),
  ];
  return joinWords(
    conditions.map((condition) => conditionInWords(condition, sheet, context)),
    "y",
  );
}

/** Where the target comes from: `Sale de «Presupuesto y metas», columna «Meta usuarios»`. */
export function targetInWords({ target }: Indicator): string {
  return `La meta sale del formato «${sheetLabel(target.from)}», columna «${columnLabel(target.from, target.sum)}».`;
}
