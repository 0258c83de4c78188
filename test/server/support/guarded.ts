import { isOneOf } from "../../../shared/model/condition.ts";
import { choice } from "../../../shared/model/kinds/choice.ts";
import { day } from "../../../shared/model/kinds/day.ts";
import { text } from "../../../shared/model/kinds/text.ts";
import { defineSheet } from "../../../shared/model/sheet.ts";
import type { Role } from "../../../shared/model/role.ts";

const directorOnly: readonly Role[] = ["director"];

/** A record that exists in the tests only: social writes it and sees neither when it began, nor its code, nor the remark. */
export const guarded = defineSheet({
  id: "guarded",
  label: "Casos de prueba",
  purpose: "Para probar lo que no todos ven.",
  format: { code: "PR-FO-03", version: 1, date: "2026-11-24" },
  columns: {
    title: text({ label: "Título", required: true }),
    kind: choice({ label: "Tipo", options: { open: "Abierto", grave: "Grave" } }),
    began: day({ label: "Inicio", read: directorOnly }),
    ended: day({ label: "Fin", notBefore: "began" }),
    code: text({ label: "Código", read: directorOnly }),
    remark: text({ label: "Reserva", read: directorOnly, required: isOneOf("kind", "grave") }),
  },
  rules: [
    {
      on: "code",
      finding: { code: "undated", severity: "warning" },
      holds: (row) => row.ended === null || row.code !== null,
    },
    {
      on: "ended",
      finding: { code: "undated", severity: "warning" },
      holds: (row) => row.kind !== "open" || row.ended !== null,
    },
  ],
  keys: [["code", "title"]],
  access: { read: ["director", "social", "quality"], write: ["director", "social"] },
});
