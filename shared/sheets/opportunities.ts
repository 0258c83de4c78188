import { isOneOf } from "../model/condition.ts";
import { defineSheet } from "../model/sheet.ts";
import { choice } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { money, percentage } from "../model/kinds/number.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import { accountExists } from "./common-peers.ts";
import { exampleAdvisor } from "./example-people.ts";

/** New business in special services, from its discovery until it is won or lost. */
export const opportunities = defineSheet({
  id: "opportunities",
  label: "Oportunidades y servicios especiales",
  purpose: "Nuevos negocios en servicios especiales, con su etapa, valor y probabilidad.",
  format: { code: "GV-FO-10", version: 1, date: "2026-11-24" },
  columns: {
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Prospecto", "Empresa", "Nombre", "Razón social"],
      personal: "mention",
    }),
    service: text({
      label: "Servicio",
      max: 120,
      required: true,
      synonyms: ["Servicio requerido", "Servicio especial", "Servicio de interés", "Necesidad"],
    }),
    stage: choice({
      label: "Etapa",
      required: true,
      synonyms: ["Etapa actual", "Estado", "Fase"],
      options: {
        identified: { label: "Identificada", synonyms: ["Prospecto"] },
        visit: { label: "Visita", same: ["En visita", "Visitada"] },
        proposal: { label: "Propuesta", same: ["Propuesta enviada"] },
        negotiation: { label: "Negociación", same: ["En negociación"] },
        won: { label: "Ganada", synonyms: ["Cerrada ganada"] },
        lost: { label: "Perdida", synonyms: ["Cerrada perdida"] },
      },
    }),
    value: money({
      label: "Valor estimado COP",
      min: 0,
      synonyms: ["Valor", "Valor estimado", "Vr. estimado", "Valor negocio", "Monto"],
    }),
    probability: percentage({
      label: "Probabilidad %",
      min: 0,
      max: 100,
      synonyms: ["Prob.", "Probabilidad de cierre"],
    }),
    closesOn: day({
      label: "Cierre esperado",
      synonyms: ["Cierre est.", "Fecha cierre", "Fecha estimada de cierre", "Fecha esperada"],
    }),
    lossReason: text({
      label: "Motivo pérdida",
      max: 300,
      required: isOneOf("stage", "lost"),
      onlyWhen: isOneOf("stage", "lost"),
      hint: "Solo cuando la etapa es Perdida.",
      synonyms: ["Motivo de pérdida", "Causa pérdida", "Por qué se perdió"],
    }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      required: true,
      synonyms: ["Asesor comercial", "Vendedor", "Responsable", "Comercial", "Ejecutivo"],
    }),
  },
  peers: [accountExists("customer")],
  names: ["customer", "service"],
  period: ["closesOn"],
  access: {
    read: ["advisor", "director", "quality", "management"],
    write: ["advisor", "director"],
    own: { column: "advisor", roles: ["advisor"], limits: ["read", "write"] },
  },
  examples: [
    {
      customer: "Hotel Brisa y Sol",
      service: "Barrido de eventos",
      stage: "proposal",
      value: 12_000_000,
      probability: 60,
      closesOn: "2026-05-15",
      advisor: exampleAdvisor.id,
    },
    {
      customer: "Clínica La Hamaca",
      service: "Alquiler de contenedor",
      stage: "lost",
      value: 4_500_000,
      probability: 0,
      lossReason: "Eligió otro proveedor por precio",
      advisor: exampleAdvisor.id,
    },
  ],
});
