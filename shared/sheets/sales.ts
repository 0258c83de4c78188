import { defineSheet } from "../model/sheet.ts";
import { exampleAdvisor } from "./example-people.ts";
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
  format: { code: "GV-FO-04", version: 1, date: "2026-11-24" },
  columns: {
    date: day({
      label: "Fecha",
      required: true,
      notAfter: "today",
      synonyms: ["Fecha factura", "Fecha de venta", "Fecha documento", "F. factura"],
    }),
    contract: text({ label: "Contrato", max: 40, required: true, synonyms: ["Contrato No."] }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Razón social", "Suscriptor", "Empresa", "Nombre"],
      personal: "mention",
    }),
    document: text({
      label: "Documento soporte",
      max: 40,
      required: true,
      synonyms: ["Factura", "Soporte", "No. factura", "Documento", "Factura o nota"],
    }),
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
      synonyms: ["Valor", "Valor factura", "Valor venta", "Valor total", "Venta", "Ventas", "Monto"],
    }),
    millions: computed(decimal({ label: "Millones" }), pesosToMillions("value")),
    service: text({ label: "Servicio", max: 80 }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      required: true,
      synonyms: ["Vendedor", "Comercial", "Asesor comercial", "Ejecutivo", "Responsable"],
    }),
  },
  rules: [
    {
      on: "value",
      finding: { code: "credit-is-negative" },
      holds: (row) =>
        row.kind === null || row.value === null || (row.kind === "credit" ? row.value < 0 : row.value >= 0),
    },
  ],
  peers: [
    {
      on: "document",
      finding: { code: "repeated-document", severity: "warning" },
      against: "sales",
      match: [["document", "document"]],
      expect: "none",
      tells: { day: "date" },
    },
  ],
  names: ["document", "kind"],
  period: ["date"],
  access: {
    read: ["director", "management", "quality", "operations", "advisor"],
    write: ["director"],
    own: { column: "advisor", roles: ["advisor"], limits: ["read"] },
  },
  examples: [
    {
      date: "2026-03-05",
      contract: "MNR-047",
      customer: "Hotel Brisa y Sol",
      document: "FE-3103",
      kind: "sale",
      value: 5_900_000,
      service: "Barrido de eventos",
      advisor: exampleAdvisor.id,
    },
    {
      date: "2026-03-20",
      contract: "MNR-047",
      customer: "Hotel Brisa y Sol",
      document: "NC-104",
      kind: "credit",
      value: -300_000,
      advisor: exampleAdvisor.id,
    },
  ],
});
