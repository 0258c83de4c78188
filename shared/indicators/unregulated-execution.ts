import { defineIndicator } from "../model/indicator.ts";
import { nearThreshold } from "../settings/near-threshold.ts";

/** Sales of the month, credit notes included, over the sales budgeted (unregulated market); pesos, shown in millions. */
export const unregulatedExecution = defineIndicator({
  id: "unregulated-execution",
  label: "Ejecución de presupuesto Mercado No Regulado",
  shortLabel: "Mercado no regulado",
  type: "Resultado",
  frequency: "Mensual",
  formula: "(Ventas en millones ejecutadas / Ventas en millones presupuestadas) × 100",
  formulaVersion: 1,
  unit: "pesos",
  executed: {
    from: "sales",
    aggregate: { sum: "value" },
    by: "date",
    advisor: "advisor",
  },
  target: {
    from: "budget",
    sum: "targetSales",
    year: "year",
    month: "month",
    advisor: "advisor",
    municipality: "municipality",
    where: { market: ["unregulated"] },
  },
  thresholds: { met: 100, near: nearThreshold },
  filledBy: "director",
  managedBy: "director",
  access: { read: ["director", "quality", "management"], own: ["advisor"] },
});
