import { businessDaysLeft, dueDay, dueDayWithEvidence, summonsDay } from "../colombia/claim-terms.ts";
import type { Context } from "../model/kind.ts";
import { choice, yesNo } from "../model/kinds/choice.ts";
import { computed } from "../model/kinds/computed.ts";
import { day } from "../model/kinds/day.ts";
import { dayCount } from "../model/kinds/number.ts";
import { text } from "../model/kinds/text.ts";
import { defineSheet } from "../model/sheet.ts";
import type { Row, Value } from "../model/value.ts";
import { accountExists } from "./common-peers.ts";

/** Petitions, complaints, claims and appeals of users, with the terms that the law sets for them. */
export const claims = defineSheet({
  id: "claims",
  label: "PQR",
  purpose: "Peticiones, quejas, reclamos y recursos, con su vencimiento legal y su respuesta.",
  format: { code: "GV-FO-06", version: 1, date: "2026-11-24" },
  columns: {
    number: text({
      label: "Radicado",
      max: 40,
      required: true,
      synonyms: ["No. radicado", "Número de radicado", "Rad.", "Radicado No.", "Consecutivo", "No. PQR"],
    }),
    filedOn: day({
      label: "Fecha radicación",
      required: true,
      questionFuture: true,
      synonyms: ["F. radicación", "Fecha de radicación", "Fecha radicado", "Fecha recibo", "Fecha PQR"],
    }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      synonyms: ["Cliente", "Suscriptor", "Peticionario", "Nombre", "Reclamante", "Razón social"],
      personal: "mention",
    }),
    kind: choice({
      label: "Tipo",
      required: true,
      synonyms: ["Tipo PQR", "Clase", "Tipo de solicitud", "Tipo de PQR"],
      options: {
        petition: { label: "Petición", synonyms: ["Solicitud"] },
        complaint: "Queja",
        claim: "Reclamo",
        appeal: { label: "Recurso", same: ["Recurso de reposición"] },
      },
    }),
    cause: text({
      label: "Causal",
      max: 120,
      synonyms: ["Causa", "Motivo", "Tema", "Asunto"],
    }),
    description: text({
      label: "Descripción",
      max: 1000,
      width: 36,
      synonyms: ["Detalle", "Hechos", "Descripción de la PQR", "Descripción PQR"],
      personal: "detail",
    }),
    evidence: yesNo({
      label: "Práctica de pruebas",
      synonyms: ["Pruebas", "Requiere pruebas", "Período probatorio", "Prueba"],
    }),
    evidenceOn: day({
      label: "Fecha auto de pruebas",
      notBefore: "filedOn",
      questionFuture: true,
      synonyms: ["Auto de pruebas", "F. auto pruebas", "Fecha auto", "Fecha pruebas"],
    }),
    dueOn: computed(
      day({
        label: "Vence",
        hint: "15 días hábiles desde el día hábil siguiente a la radicación (Ley 142 de 1994, art. 158).",
        synonyms: ["Vencimiento", "Fecha vencimiento", "Fecha límite", "Vence el", "Plazo"],
      }),
      ({ filedOn }) => (typeof filedOn === "string" ? dueDay(filedOn) : null),
    ),
    dueWithEvidence: computed(
      day({
        label: "Vence con pruebas",
        hint: "Plazo más largo cuando se decretaron pruebas dentro del término (Ley 1437 de 2011, art. 79).",
      }),
      withEvidence,
    ),
    daysLeft: computed(
      dayCount({
        label: "Días hábiles restantes",
        hint: "Negativo cuando el plazo ya pasó; vacío cuando ya se respondió.",
        synonyms: ["Días restantes", "Días hábiles", "Días que faltan", "Días para vencer", "Faltan"],
      }),
      daysLeft,
    ),
    answeredOn: day({
      label: "Fecha respuesta",
      notBefore: "filedOn",
      questionFuture: true,
      synonyms: ["F. respuesta", "Fecha de respuesta", "Respondida el", "Respuesta"],
    }),
    sense: choice({
      label: "Sentido",
      synonyms: ["Sentido de la respuesta", "Decisión", "Sentido respuesta", "Resultado"],
      options: {
        granted: { label: "Accede", same: ["Favorable", "Accedió"] },
        denied: { label: "No accede", same: ["Desfavorable", "Niega", "No accedió"] },
        partial: { label: "Parcial", same: ["Accede parcialmente", "Parcialmente"] },
      },
    }),
    notifyBy: computed(
      day({
        label: "Citar antes de",
        hint: "5 días hábiles desde la respuesta para enviar la citación (Ley 1437 de 2011, art. 68).",
      }),
      ({ answeredOn }) => (typeof answeredOn === "string" ? summonsDay(answeredOn) : null),
    ),
    notifiedOn: day({
      label: "Fecha notificación",
      notBefore: "answeredOn",
      questionFuture: true,
      synonyms: ["F. notificación", "Fecha de notificación", "Notificada el", "Notificación"],
    }),
    channel: text({
      label: "Medio",
      max: 80,
      synonyms: ["Medio de notificación", "Medio notificación", "Canal", "Forma de notificación"],
    }),
    responsible: text({
      label: "Responsable",
      max: 120,
      required: true,
      synonyms: ["Resp.", "Encargado", "Funcionario", "Asignado a", "Atiende"],
    }),
    action: text({
      label: "Acción tomada",
      max: 500,
      width: 28,
      synonyms: ["Acción", "Acciones", "Gestión", "Solución"],
      personal: "detail",
    }),
  },
  peers: [accountExists("customer")],
  rules: [
    {
      on: "evidenceOn",
      finding: { code: "required", severity: "warning" },
      holds: ({ evidence, evidenceOn }) => evidence !== "yes" || evidenceOn !== null,
    },
    {
      on: "sense",
      finding: { code: "required", severity: "warning" },
      holds: ({ answeredOn, sense }) => answeredOn === null || sense !== null,
    },
  ],
  keys: [["number"]],
  names: ["number", "customer"],
  period: ["filedOn"],
  access: {
    read: ["service", "advisor", "quality", "director", "management", "legal"],
    write: ["service", "advisor"],
  },
  examples: [
    {
      number: "PQR-26-0311",
      filedOn: "2026-03-09",
      customer: "Clínica La Hamaca",
      kind: "complaint",
      cause: "Frecuencia de recolección",
      description: "Dice que el carro no pasó tres veces en la semana",
      evidence: "no",
      answeredOn: "2026-03-20",
      sense: "granted",
      notifiedOn: "2026-03-24",
      channel: "Correo electrónico",
      responsible: "Maribel Corrales",
      action: "Se ajusta la ruta",
    },
    {
      number: "PQR-26-0312",
      filedOn: "2026-03-16",
      customer: "Panadería El Trupillo",
      kind: "petition",
      cause: "Aforo",
      description: "Pide aforo individual",
      evidence: "yes",
      evidenceOn: "2026-03-20",
      responsible: "Maribel Corrales",
    },
  ],
});

function withEvidence({ filedOn, evidence, evidenceOn }: Row): Value {
  const ordered = evidence === "yes" && typeof filedOn === "string" && typeof evidenceOn === "string";
  return ordered ? dueDayWithEvidence(filedOn, evidenceOn) : null;
}

/** Empty once the claim is answered. */
function daysLeft(row: Row, { today }: Context): Value {
  const due = row["dueWithEvidence"] ?? row["dueOn"];
  return typeof due === "string" && row["answeredOn"] === null ? businessDaysLeft(today, due) : null;
}
