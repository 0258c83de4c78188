import { normalise } from "../text/normalise.ts";
import { businessRoles } from "../model/role.ts";
import { defineSheet } from "../model/sheet.ts";
import { choice, yesNo } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { text } from "../model/kinds/text.ts";

/** Corrective and improvement actions, from their origin to the check of their effect (ISO 9001:2015, 10.2). */
export const actions = defineSheet({
  id: "actions",
  label: "Acciones correctivas y de mejora",
  purpose: "Acciones correctivas y de mejora, con su causa, compromiso y verificación de eficacia.",
  format: { code: "GV-FO-11", version: 1, date: "2026-11-24" },
  columns: {
    origin: choice({
      label: "Origen",
      required: true,
      synonyms: ["Fuente", "Origen de la acción", "Procedencia"],
      options: {
        indicator: "Indicador",
        claim: { label: "PQR", same: ["PQRS"] },
        termination: "Desvinculación",
        audit: { label: "Auditoría", same: ["Auditoría interna", "Auditoría externa"] },
        other: { label: "Otro", same: ["Otra", "Otros"] },
      },
    }),
    reference: text({ label: "Referencia", max: 80, synonyms: ["Ref.", "Documento", "No. referencia"] }),
    description: text({
      label: "Descripción",
      max: 600,
      required: true,
      width: 36,
      synonyms: ["Descripción del hallazgo", "Hallazgo", "No conformidad", "Situación", "Descripción NC"],
    }),
    correction: text({
      label: "Corrección",
      max: 400,
      width: 28,
      synonyms: ["Corrección inmediata", "Corrección aplicada"],
    }),
    rootCause: text({
      label: "Causa raíz",
      max: 400,
      required: true,
      width: 28,
      synonyms: ["Causa", "Análisis de causa", "Causa identificada"],
    }),
    action: text({
      label: "Acción",
      max: 400,
      required: true,
      width: 32,
      synonyms: ["Acción a tomar", "Acción correctiva", "Acción de mejora", "Plan de acción", "Actividad"],
    }),
    responsible: text({
      label: "Responsable",
      max: 120,
      required: true,
      synonyms: ["Resp.", "Encargado", "Responsable de la acción"],
    }),
    dueOn: day({
      label: "Fecha compromiso",
      required: true,
      synonyms: ["F. compromiso", "Fecha límite", "Plazo", "Fecha de compromiso", "Fecha propuesta"],
    }),
    closedOn: day({
      label: "Fecha cierre",
      questionFuture: true,
      synonyms: ["F. cierre", "Fecha de cierre", "Cerrada el", "Cierre"],
    }),
    effective: yesNo({
      label: "¿Eficaz?",
      synonyms: ["Eficacia", "Fue eficaz", "Eficaz Sí/No"],
    }),
    verifiedBy: text({
      label: "Verificó",
      max: 120,
      synonyms: ["Verificado por", "Verifica", "Quién verificó"],
    }),
  },
  rules: [
    {
      on: "verifiedBy",
      finding: { code: "same-person" },
      holds: ({ responsible, verifiedBy }) =>
        responsible === null || verifiedBy === null || normalise(responsible) !== normalise(verifiedBy),
    },
  ],
  names: ["description"],
  period: ["dueOn"],
  access: {
    read: businessRoles,
    write: ["director", "quality"],
    only: { quality: ["effective", "verifiedBy", "closedOn"] },
  },
  examples: [
    {
      origin: "indicator",
      reference: "Ejecución regulado, febrero",
      description: "No se cumplió la meta de vinculación del mes",
      correction: "Se reprogramaron las visitas pendientes",
      rootCause: "Rutas sin planear en zona rural",
      action: "Plan semanal de rutas por asesor",
      responsible: "María Ruiz",
      dueOn: "2026-04-15",
    },
    {
      origin: "claim",
      reference: "PQR-26-0102",
      description: "Respuesta fuera de término",
      rootCause: "Sin tablero de vencimientos",
      action: "Revisión diaria de PQR por vencer",
      responsible: "Juan Lara",
      dueOn: "2026-03-31",
      closedOn: "2026-03-30",
      effective: "yes",
      verifiedBy: "Pedro Gómez",
    },
  ],
});
