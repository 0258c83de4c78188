import { isOneOf } from "../model/condition.ts";
import { defineSheet } from "../model/sheet.ts";
import { choice, yesNo } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { money } from "../model/kinds/number.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import { accountExists } from "./common-peers.ts";
import { market } from "./common-columns.ts";
import { exampleAdvisor } from "./example-people.ts";

/** Proposals and contracts handed over to users, until they are signed or turned down. */
export const proposals = defineSheet({
  id: "proposals",
  label: "Control entrega de propuestas y contratos",
  purpose: "Propuestas y contratos entregados a los usuarios, con su estado y revisión jurídica.",
  format: { code: "GV-FO-05", version: 1, date: "2026-11-24" },
  columns: {
    number: text({
      label: "Consecutivo",
      max: 30,
      required: true,
      synonyms: ["No.", "Cons.", "Número", "No. propuesta", "Consec.", "Propuesta No.", "Código"],
    }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Empresa", "Nombre", "Razón social", "Prospecto", "Suscriptor"],
      personal: "mention",
    }),
    service: text({
      label: "Servicio",
      max: 120,
      required: true,
      synonyms: ["Servicio ofrecido", "Servicio propuesto", "Tipo de servicio", "Objeto"],
    }),
    market: market({ required: true }),
    monthlyValue: money({
      label: "Valor mensual COP",
      min: 1,
      required: true,
      hint: "Pesos completos por mes, sin decimales.",
      synonyms: ["Valor", "Valor mensual", "Vr. mensual", "Valor mes", "Tarifa mensual", "Valor propuesta"],
    }),
    includesTax: yesNo({ label: "IVA incluido", synonyms: ["IVA", "IVA incl.", "Incluye IVA"] }),
    deliveredOn: day({
      label: "Fecha entrega",
      required: true,
      questionFuture: true,
      synonyms: ["F. entrega", "Fecha de entrega", "Entregada el", "Fecha propuesta"],
    }),
    receivedBy: text({
      label: "Recibido por",
      max: 120,
      required: true,
      synonyms: ["Recibe", "Quién recibe", "Recibió", "Persona que recibe"],
      personal: "detail",
    }),
    expiresOn: day({
      label: "Vence",
      synonyms: ["Vencimiento", "Fecha vencimiento", "Vigencia", "Válida hasta"],
    }),
    state: choice({
      label: "Estado",
      required: true,
      synonyms: ["Estado propuesta", "Etapa"],
      options: {
        drafted: { label: "Elaborada", same: ["En elaboración"] },
        delivered: { label: "Entregada", synonyms: ["Enviada"] },
        accepted: { label: "Aceptada", synonyms: ["Aprobada"] },
        rejected: { label: "Rechazada", synonyms: ["No aceptada"] },
        contractSent: { label: "Contrato enviado", same: ["Contrato env."] },
        signed: { label: "Firmado", same: ["Contrato firmado"] },
      },
    }),
    rejection: text({
      label: "Motivo rechazo",
      max: 300,
      required: isOneOf("state", "rejected"),
      onlyWhen: isOneOf("state", "rejected"),
      hint: "Solo cuando el estado es Rechazada.",
      synonyms: ["Motivo de rechazo", "Causa rechazo", "Razón rechazo", "Motivo"],
    }),
    signedOn: day({
      label: "Fecha firma",
      notBefore: "deliveredOn",
      questionFuture: true,
      synonyms: ["F. firma", "Firma", "Fecha de firma", "Firmado el"],
    }),
    legalReview: choice({
      label: "Revisión jurídica",
      synonyms: ["Jurídica", "Rev. jurídica", "Concepto jurídico"],
      options: {
        pending: "Pendiente",
        approved: { label: "Aprobada", same: ["OK"] },
        returned: { label: "Devuelta", synonyms: ["Con observaciones"] },
      },
      write: ["legal", "director"],
    }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      required: true,
      synonyms: ["Asesor comercial", "Vendedor", "Responsable", "Comercial", "Ejecutivo"],
    }),
  },
  peers: [accountExists("customer")],
  keys: [["number"]],
  names: ["number", "customer"],
  period: ["deliveredOn"],
  access: {
    read: ["advisor", "director", "legal", "quality", "management"],
    write: ["advisor", "director", "legal"],
    only: { legal: ["legalReview"] },
    own: { column: "advisor", roles: ["advisor"], limits: ["read", "write"] },
  },
  examples: [
    {
      number: "PC-001-2026",
      customer: "Hotel Brisa y Sol",
      service: "Recolección grandes productores",
      market: "unregulated",
      monthlyValue: 8_625_000,
      includesTax: "no",
      deliveredOn: "2026-03-05",
      receivedBy: "Milagro Olivera",
      expiresOn: "2026-04-05",
      state: "delivered",
      advisor: exampleAdvisor.id,
    },
    {
      number: "PC-002-2026",
      customer: "Clínica La Hamaca",
      service: "Lavado de áreas",
      market: "unregulated",
      monthlyValue: 2_250_000,
      deliveredOn: "2026-03-09",
      receivedBy: "Nohora Caldera",
      state: "rejected",
      rejection: "El precio supera su presupuesto",
      advisor: exampleAdvisor.id,
    },
  ],
});
