import { defineIndicator } from "../model/indicator.ts";
import { nearThreshold } from "../settings/near-threshold.ts";

/** Users linked in the month over the month's target (regulated market). */
export const regulatedExecution = defineIndicator({
  id: "regulated-execution",
  label: "Ejecución de presupuesto Mercado Regulado",
  shortLabel: "Mercado regulado",
  type: "Resultado",
  frequency: "Mensual",
  formula: "(Total de usuarios vinculados en el periodo / Meta establecida por mes) × 100",
  formulaVersion: 1,
  unit: "users",
  executed: {
    from: "customers",
    aggregate: { countDistinct: "account" },
    by: "linkedOn",
    advisor: "advisor",
    where: { market: ["regulated"] },
  },
  target: {
    from: "budget",
    sum: "targetUsers",
    year: "year",
    month: "month",
    advisor: "advisor",
    municipality: "municipality",
    where: { market: ["regulated"] },
  },
  thresholds: { met: 100, near: nearThreshold },
  filledBy: "director",
  managedBy: "director",
  access: { read: ["director", "quality", "management"], own: ["advisor"] },
});
