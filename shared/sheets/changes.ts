import { businessRoles } from "../model/role.ts";
import { defineSheet } from "../model/sheet.ts";
import { choice } from "../model/kinds/choice.ts";
import { day } from "../model/kinds/day.ts";
import { text } from "../model/kinds/text.ts";

/** Changes of the documents of the process (ISO 9001:2015, 7.5.3). */
export const changes = defineSheet({
  id: "changes",
  label: "Control de cambios",
  purpose: "Cambios de los documentos del proceso, con su versión y aprobación.",
  format: { code: "GV-FO-12", version: 1, date: "2026-11-24" },
  columns: {
    date: day({
      label: "Fecha",
      required: true,
      questionFuture: true,
      synonyms: ["Fecha del cambio", "F. cambio", "Fecha modificación"],
    }),
    document: text({
      label: "Documento",
      max: 160,
      required: true,
      width: 30,
      synonyms: ["Nombre del documento", "Código documento", "Formato", "Documento modificado"],
    }),
    description: text({
      label: "Descripción",
      max: 600,
      required: true,
      width: 36,
      synonyms: ["Descripción del cambio", "Cambio", "Modificación", "Detalle del cambio"],
    }),
    version: text({
      label: "Versión",
      max: 20,
      required: true,
      synonyms: ["Ver.", "No. versión", "Versión No.", "Nueva versión"],
    }),
    responsible: text({
      label: "Responsable",
      max: 120,
      required: true,
      synonyms: ["Elaboró", "Resp.", "Solicitó", "Modificó", "Elaborado por"],
    }),
    approvedBy: text({ label: "Aprobó", max: 120, synonyms: ["Aprobado por", "Aprueba", "Autorizó"] }),
    state: choice({
      label: "Estado",
      required: true,
      synonyms: ["Estado del cambio"],
      options: {
        pending: { label: "Pendiente", same: ["Por aprobar"] },
        approved: { label: "Aprobado", same: ["Aprobada"] },
      },
    }),
  },
  keys: [["document", "version"]],
  names: ["document", "version"],
  period: ["date"],
  access: { read: businessRoles, write: ["quality"] },
  examples: [
    {
      date: "2026-03-02",
      document: "GV-FO-03 Control visitas y vinculaciones",
      description: "Se agrega la columna Municipio",
      version: "2",
      responsible: "Pedro Gómez",
      approvedBy: "Gerencia general",
      state: "approved",
    },
    {
      date: "2026-03-16",
      document: "GV-PR-01 Procedimiento de ventas",
      description: "Se actualiza el flujo de propuestas",
      version: "4",
      responsible: "Pedro Gómez",
      state: "pending",
    },
  ],
});
