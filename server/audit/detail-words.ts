import { z } from "zod";
import { roleLabels, roleSchema } from "../../shared/model/role.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { settings } from "../../shared/settings/registry.ts";

/** How people read what an event keeps beside who and when; what is not here tells nothing to them. */
const labels: Readonly<Record<string, string>> = {
  revisions: "Cambios que ya estaban",
  attachments: "Archivos que ya estaban",
  role: "Rol",
  how: "Forma",
  why: "Causa",
  minutes: "Minutos",
  sessions: "Sesiones",
  before: "Antes",
  after: "Después",
  reason: "Motivo",
  setting: "Parámetro",
  version: "Versión",
  value: "Valor",
  isRestored: "Por una copia repuesta",
  files: "Archivos",
  saved: "Filas guardadas",
  left: "Filas que no entraron",
  sheet: "Registro",
  row: "Fila",
  rows: "Filas",
  entries: "Entradas",
  from: "Desde",
  to: "Hasta",
};

const words: Readonly<Record<string, string>> = {
  password: "clave",
  "one-time-code": "código por correo",
  entra: "cuenta de Microsoft",
  "by-themselves": "la misma persona",
  "by-link": "enlace por correo",
  "by-command": "quien opera el servicio",
  code: "código equivocado",
  waiting: "cuenta por aprobar",
  deactivated: "cuenta desactivada",
  "signed-out": "cerró la sesión",
  "password-changed": "cambió la clave",
  "token-used-again": "se usó de nuevo una llave vencida",
};

const details = z.record(z.string(), z.unknown());
const place = z.tuple([z.string(), z.string()]);

/** What an event keeps, one line for each detail. */
export function detailWords(json: string, sheets: readonly Sheet[]): string {
  return Object.entries(details.parse(JSON.parse(json)))
    .flatMap(([key, value]) => {
      const label = labels[key];
      return label === undefined || value === null ? [] : [`${label}: ${wordsOf(value, sheets)}`];
    })
    .join("\n");
}

function wordsOf(value: unknown, sheets: readonly Sheet[]): string {
  if (Array.isArray(value)) return value.map((one) => placeWords(one, sheets)).join("; ");
  if (typeof value === "boolean") return value ? "Sí" : "No";
  const text = String(value);
  const role = roleSchema.safeParse(text);
  if (role.success) return roleLabels[role.data];
  return words[text] ?? settings.find(({ id }) => id === text)?.label ?? labelOf(text, sheets) ?? text;
}

function placeWords(value: unknown, sheets: readonly Sheet[]): string {
  const [sheet, row] = place.parse(value);
  return `${labelOf(sheet, sheets) ?? sheet} ${row}`;
}

const labelOf = (id: string, sheets: readonly Sheet[]) => sheets.find((sheet) => sheet.id === id)?.label;
