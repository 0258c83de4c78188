import { day } from "../../../shared/model/kinds/day.ts";
import { decimal } from "../../../shared/model/kinds/number.ts";
import { person } from "../../../shared/model/kinds/reference.ts";
import { text } from "../../../shared/model/kinds/text.ts";
import { defineSheet } from "../../../shared/model/sheet.ts";

/** A record that exists in the tests only, with columns that no rule ties together. */
export const notes = defineSheet({
  id: "notes",
  label: "Notas de prueba",
  purpose: "Para probar.",
  format: { code: "PR-FO-01", version: 1, date: "2026-11-24" },
  columns: {
    owner: person({ label: "Dueño", roles: ["advisor"] }),
    on: day({ label: "Fecha" }),
    name: text({ label: "Nombre" }),
    // The words that SQL and JSON know.
    value: text({ label: "Valor", max: 4_000 }),
    key: text({ label: "Clave" }),
    type: text({ label: "Tipo" }),
    amount: decimal({ label: "Cantidad" }),
    version: text({ label: "Versión" }),
  },
  keys: [["key", "type"]],
  period: ["on"],
  access: {
    read: ["director", "advisor"],
    write: ["director", "advisor"],
    own: { column: "owner", roles: ["advisor"], limits: ["read", "write"] },
  },
});
