import { isOneOf } from "../model/condition.ts";
import { businessRoles } from "../model/role.ts";
import { defineSheet } from "../model/sheet.ts";
import { exampleAdvisor } from "./example-people.ts";
import { computed, keptByService } from "../model/kinds/computed.ts";
import { day } from "../model/kinds/day.ts";
import { monthOfYear } from "../model/kinds/month-name.ts";
import { count, decimal, money, year } from "../model/kinds/number.ts";
import { municipality } from "../model/kinds/municipality.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import { market } from "./common-columns.ts";
import { pesosToMillions } from "./pesos-to-millions.ts";

/** Monthly targets by market, for the company or split by advisor or municipality. */
export const budget = defineSheet({
  id: "budget",
  label: "Presupuesto y metas",
  purpose: "Metas de cada mes por mercado: usuarios por vincular o ventas en pesos.",
  format: { code: "GV-FO-01", version: 1, date: "2026-11-24" },
  columns: {
    year: year({ label: "Año", required: true, synonyms: ["Vigencia", "Periodo"] }),
    month: monthOfYear({ label: "Mes", required: true }),
    market: market({ required: true }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      synonyms: ["Responsable", "Vendedor", "Comercial", "Asesor comercial", "Ejecutivo"],
      hint: "Vacío: la meta es de toda la empresa.",
    }),
    municipality: municipality({ label: "Municipio" }),
    targetUsers: count({
      label: "Meta usuarios",
      required: isOneOf("market", "regulated"),
      onlyWhen: isOneOf("market", "regulated"),
      hint: "Usuarios por vincular en el mes; solo mercado regulado.",
    }),
    targetSales: money({
      label: "Meta ventas COP",
      min: 0,
      required: isOneOf("market", "unregulated"),
      onlyWhen: isOneOf("market", "unregulated"),
      hint: "Pesos completos, sin decimales; solo mercado no regulado.",
    }),
    targetMillions: computed(decimal({ label: "Meta en millones" }), pesosToMillions("targetSales")),
    version: keptByService(count({ label: "Versión" })),
    reason: text({
      label: "Motivo del ajuste",
      max: 300,
      hint: "Obligatorio desde la segunda versión de la meta.",
    }),
    approvedBy: text({ label: "Aprobado por", max: 120 }),
    approvedOn: day({ label: "Fecha aprobación", notAfter: "today" }),
  },
  keys: [["year", "month", "market", "advisor", "municipality"]],
  matrix: {
    year: "year",
    month: "month",
    lines: ["market", "advisor", "municipality"],
    values: ["targetUsers", "targetSales"],
  },
  access: { read: businessRoles, write: ["director"] },
  versioning: {
    columns: ["year", "month", "market", "advisor", "municipality", "targetUsers", "targetSales"],
    counter: "version",
    reason: "reason",
  },
  examples: [
    { year: 2026, month: 3, market: "regulated", advisor: exampleAdvisor.id, targetUsers: 12 },
    { year: 2026, month: 3, market: "unregulated", targetSales: 150_000_000 },
  ],
});
