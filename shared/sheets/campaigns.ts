import { defineSheet } from "../model/sheet.ts";
import { businessRoles } from "../model/role.ts";
import { choice } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { count } from "../model/kinds/number.ts";
import { text } from "../model/kinds/text.ts";

/** Activities, campaigns and trainings that were asked for, and how they went. */
export const campaigns = defineSheet({
  id: "campaigns",
  label: "Campañas y capacitaciones",
  purpose: "Solicitudes de actividades, campañas y capacitaciones, su disponibilidad y evaluación.",
  format: { code: "GV-FO-08", version: 1, date: "2026-11-24" },
  columns: {
    requester: text({
      label: "Solicitante",
      max: 160,
      required: true,
      synonyms: ["Quién solicita", "Solicitado por", "Entidad solicitante", "Solicita"],
    }),
    requestedOn: day({
      label: "Fecha solicitud",
      required: true,
      questionFuture: true,
      synonyms: ["F. solicitud", "Fecha de la solicitud"],
    }),
    activity: text({
      label: "Actividad",
      max: 200,
      required: true,
      width: 32,
      synonyms: ["Nombre de la actividad", "Evento", "Tema", "Actividad o evento", "Descripción actividad"],
    }),
    kind: choice({
      label: "Tipo",
      synonyms: ["Tipo de actividad", "Tipo actividad", "Clase"],
      options: {
        campaign: "Campaña",
        training: { label: "Capacitación", synonyms: ["Taller", "Charla"] },
        activity: "Actividad",
      },
    }),
    availability: choice({
      label: "Disponibilidad",
      synonyms: ["Disponib.", "Confirmación", "Disponibilidad operaciones"],
      options: {
        confirmed: { label: "Confirmada", same: ["Confirmado", "Disponible"] },
        denied: { label: "Negada", same: ["Negado", "No disponible"] },
        pending: { label: "Pendiente", same: ["Por confirmar"] },
      },
    }),
    heldOn: day({
      label: "Fecha ejecución",
      synonyms: ["F. ejecución", "Fecha de ejecución", "Fecha realización", "Fecha evento"],
    }),
    place: text({ label: "Lugar", max: 160, synonyms: ["Sitio", "Ubicación", "Lugar del evento"] }),
    attendees: count({
      label: "Asistentes",
      synonyms: ["No. asistentes", "Número de asistentes", "Participantes", "Cantidad asistentes"],
    }),
    rating: count({
      label: "Evaluación",
      min: 1,
      max: 5,
      hint: "De 1 a 5.",
      synonyms: ["Calificación", "Nota", "Puntaje", "Satisfacción"],
    }),
    responsible: text({ label: "Responsable", max: 120, synonyms: ["Encargado", "Resp.", "A cargo de"] }),
  },
  names: ["activity", "requester"],
  period: ["heldOn", "requestedOn"],
  access: {
    read: businessRoles,
    write: ["social", "director", "operations"],
    only: { operations: ["availability"] },
  },
  examples: [
    {
      requester: "JAC Las Flores",
      requestedOn: "2026-03-02",
      activity: "Charla de separación en la fuente",
      kind: "training",
      availability: "confirmed",
      heldOn: "2026-03-12",
      place: "Salón comunal",
      attendees: 35,
      rating: 4,
      responsible: "Eva Martínez",
    },
    {
      requester: "Colegio Tres Guayacanes",
      requestedOn: "2026-03-10",
      activity: "Reciclatón escolar",
      kind: "campaign",
      availability: "pending",
    },
  ],
});
