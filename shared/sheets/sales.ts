import { defineSheet } from "../model/sheet.ts";
import { choice } from "../model/kinds/choice.ts";
import { computed } from "../model/kinds/computed.ts";
import { day } from "../model/kinds/day.ts";
import { decimal, money } from "../model/kinds/number.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import { pesosToMillions } from "./pesos-to-millions.ts";

/** Sales of the unregulated market; a credit note is a negative sale in its own month. */
export const sales = defineSheet({
  id: "sales",
  label: "Ventas mercado no regulado",
  purpose: "Ventas ejecutadas del mercado no regulado y sus notas crédito.",
  format: { code: "GV-FO-04", version: 1 },
  columns: {
    date: day({ label: "Fecha", required: true, notAfter: "today" }),
    contract: text({ label: "Contrato", max: 40, required: true, synonyms: ["Contrato No."] }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Razón social"],
    }),
    document: text({ label: "Documento soporte", max: 40, required: true, synonyms: ["Factura", "Soporte"] }),
    kind: choice({
      label: "Tipo",
      required: true,
      options: {
        sale: { label: "Venta", synonyms: ["Factura"] },
        credit: { label: "Nota crédito", synonyms: ["NC", "Nota"] },
      },
    }),
    value: money({
      label: "Valor COP",
      required: true,
      hint: "Pesos completos; una nota crédito va en negativo.",
      synonyms: ["Valor"],
    }),
    millions: computed(decimal({ label: "Millones" }), pesosToMillions("value")),
    service: text({ label: "Servicio", max: 80 }),
    advisor: person({ label: "Asesor", roles: ["advisor"], required: true, synonyms: ["Vendedor"] }),
  },
  rules: [
    {
      on: "value",
      finding: { code: "credit-is-negative" },
      holds: (row) =>
        row.kind === null || row.value === null || (row.kind === "credit" ? row.value < 0 : row.value >= 0),
    },
  ],
  names: ["document", "kind"],
  period: ["date"],
  access: {
    read: ["director", "management", "quality", "operations", "advisor"],
    write: ["director"],
    own: { column: "advisor", roles: ["advisor"], limits: ["read"] },
  },
});
