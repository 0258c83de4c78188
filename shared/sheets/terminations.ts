import { defineSheet } from "../model/sheet.ts";
import { choice, yesNo } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { text } from "../model/kinds/text.ts";
import { accountExists } from "./common-peers.ts";

/** Users who asked to leave the company, and what was done to keep them. */
export const terminations = defineSheet({
  id: "terminations",
  label: "Desvinculaciones",
  purpose: "Solicitudes de desvinculación, su causa y la gestión para retener al usuario.",
  format: { code: "GV-FO-07", version: 1, date: "2026-11-24" },
  columns: {
    requestedOn: day({
      label: "Fecha solicitud",
      required: true,
      questionFuture: true,
      synonyms: ["F. solicitud", "Fecha de la solicitud", "Fecha petición", "Fecha de retiro solicitado"],
    }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Suscriptor", "Nombre", "Nombre usuario", "Razón social", "Cuenta"],
      personal: "mention",
    }),
    cause: choice({
      label: "Causal",
      required: true,
      synonyms: ["Causa", "Motivo", "Motivo retiro", "Motivo de desvinculación", "Razón"],
      options: {
        provider: {
          label: "Cambio de prestador",
          same: ["Cambio de empresa", "Cambio de operador", "Cambio prestador"],
        },
        vacant: { label: "Predio desocupado", same: ["Desocupado", "Desocupación", "Predio vacío"] },
        dissatisfied: { label: "Inconformidad", same: ["Inconforme", "Inconformidad con el servicio"] },
        arrears: { label: "Mora", same: ["Cartera en mora", "Morosidad"] },
        other: { label: "Otro", same: ["Otra", "Otros"] },
      },
    }),
    newProvider: text({
      label: "Prestador destino",
      max: 120,
      synonyms: ["Nuevo prestador", "Empresa destino", "A qué empresa se va", "Prestador al que se va"],
    }),
    effectiveOn: day({
      label: "Fecha efectiva",
      notBefore: "requestedOn",
      synonyms: ["F. efectiva", "Fecha efectiva de retiro", "Fecha retiro", "Fecha desvinculación"],
    }),
    retention: text({
      label: "Gestión de retención",
      max: 500,
      width: 32,
      synonyms: ["Gestión realizada", "Gestión", "Retención", "Oferta de retención"],
      personal: "detail",
    }),
    retained: yesNo({ label: "¿Retenido?", synonyms: ["Se retuvo", "Retenido Sí/No"] }),
    action: text({
      label: "Acción",
      max: 300,
      synonyms: ["Acción tomada", "Acciones", "Plan de acción"],
      personal: "detail",
    }),
  },
  peers: [accountExists("customer")],
  names: ["customer"],
  period: ["effectiveOn", "requestedOn"],
  access: { read: ["service", "director", "legal", "quality", "management"], write: ["service"] },
  examples: [
    {
      requestedOn: "2026-03-09",
      customer: "Panadería El Trupillo",
      cause: "provider",
      newProvider: "Aseo Sabanas",
      effectiveOn: "2026-04-01",
      retention: "Visita del asesor y propuesta de nueva frecuencia",
      retained: "no",
    },
    { requestedOn: "2026-03-16", customer: "Hotel Brisa y Sol", cause: "dissatisfied", retained: "yes" },
  ],
});
