import { businessRoles } from "../model/role.ts";
import { defineSheet } from "../model/sheet.ts";
import { choice } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { calendarMonth } from "../model/kinds/month.ts";
import { percentage } from "../model/kinds/number.ts";
import { text } from "../model/kinds/text.ts";

/** The objectives of each month and the strategies towards them (ISO 9001:2015, 6.2). */
export const objectives = defineSheet({
  id: "objectives",
  label: "Objetivos y estrategias del mes",
  purpose: "Objetivos generales y específicos de cada mes, con estrategia, responsable y avance.",
  format: { code: "GV-FO-09", version: 1, date: "2026-11-24" },
  columns: {
    month: calendarMonth({ label: "Mes", required: true, synonyms: ["Periodo", "Mes y año", "Vigencia"] }),
    scope: choice({
      label: "Alcance",
      required: true,
      synonyms: ["Tipo de objetivo", "Nivel", "Clase de objetivo"],
      options: { general: "General", specific: "Específico" },
    }),
    objective: text({
      label: "Objetivo",
      max: 400,
      required: true,
      width: 36,
      synonyms: ["Objetivo del mes", "Descripción del objetivo", "Meta", "Propósito"],
    }),
    strategy: choice({
      label: "Estrategia",
      required: true,
      synonyms: ["Estrategia comercial", "Línea estratégica", "Tipo de estrategia"],
      options: {
        linking: "Vinculación",
        retention: "Retención",
        newBusiness: { label: "Nuevos negocios", same: ["Nuevo negocio"] },
      },
    }),
    action: text({
      label: "Acción",
      max: 400,
      width: 32,
      synonyms: ["Actividades", "Actividad", "Acciones", "Qué se hará"],
    }),
    resources: text({ label: "Recursos", max: 200, synonyms: ["Recursos requeridos", "Recurso"] }),
    responsible: text({
      label: "Responsable",
      max: 120,
      required: true,
      synonyms: ["Resp.", "Encargado", "A cargo de"],
    }),
    dueOn: day({
      label: "Fecha límite",
      required: true,
      synonyms: ["Fecha lim.", "Plazo", "Fecha compromiso", "Fecha de cumplimiento", "Vence"],
    }),
    evaluation: text({
      label: "Cómo se evalúa",
      max: 200,
      required: true,
      synonyms: ["Forma de evaluación", "Indicador", "Cómo se mide", "Medición", "Evaluación"],
    }),
    progress: percentage({
      label: "% avance",
      min: 0,
      max: 100,
      synonyms: ["% de avance", "Porcentaje de avance", "% cumplimiento"],
    }),
  },
  names: ["objective"],
  period: ["dueOn"],
  access: { read: businessRoles, write: ["director"] },
  examples: [
    {
      month: "2026-03",
      scope: "general",
      objective: "Vincular 40 usuarios del mercado regulado",
      strategy: "linking",
      action: "Visitas por barrio",
      resources: "Dos motocicletas",
      responsible: "María Ruiz",
      dueOn: "2026-03-31",
      evaluation: "Usuarios vinculados en el mes",
      progress: 45,
    },
    {
      month: "2026-03",
      scope: "specific",
      objective: "Recuperar usuarios que pidieron el retiro",
      strategy: "retention",
      responsible: "María Ruiz",
      dueOn: "2026-03-25",
      evaluation: "Usuarios retenidos sobre solicitudes",
    },
  ],
});
