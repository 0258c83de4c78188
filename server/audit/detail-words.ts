import { z } from "zod";
import type { EventDetails } from "../../shared/model/audited-event.ts";
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

const hows: Readonly<Record<EventDetails<"sign-in-failed" | "password-changed">["how"], string>> = {
  password: "clave",
  "one-time-code": "código por correo",
  entra: "cuenta de Microsoft",
  "by-themselves": "la misma persona",
  "by-link": "enlace por correo",
  "by-command": "quien opera el servicio",
};
const whys: Readonly<Record<EventDetails<"sign-in-failed" | "session-ended">["why"], string>> = {
  password: "clave equivocada",
  code: "código equivocado",
  invited: "aún no aceptó la invitación",
  inactive: "cuenta inactiva",
  waiting: "cuenta por aprobar",
  "signed-out": "cerró la sesión",
  "by-themselves": "la misma persona, desde otra sesión",
  "by-administrator": "quien administra las cuentas",
  "password-changed": "cambió la clave",
  "token-used-again": "se usó de nuevo una llave vencida",
};
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { how: hows, why: whys };

const details = z.record(z.string(), z.unknown());
const place = z.tuple([z.string(), z.string()]);

/** What an event keeps, one line for each detail; `instead` stands in the place of some. */
export function detailWords(
  json: string,
  sheets: readonly Sheet[],
  instead: Readonly<Record<string, string>> = {},
): string {
  return Object.entries({ ...details.parse(JSON.parse(json)), ...instead })
    .flatMap(([key, value]) => {
      const label = labels[key];
      return label === undefined || value === null ? [] : [`${label}: ${wordsOf(key, value, sheets)}`];
    })
    .join("\n");
}

function wordsOf(key: string, value: unknown, sheets: readonly Sheet[]): string {
  if (Array.isArray(value)) return value.map((one) => placeWords(one, sheets)).join("; ");
  if (typeof value === "boolean") return value ? "Sí" : "No";
  const text = String(value);
  const word = words[key]?.[text];
  if (word !== undefined) return word;
  const role = roleSchema.safeParse(text);
  if (role.success) return roleLabels[role.data];
  return settings.find(({ id }) => id === text)?.label ?? labelOf(text, sheets) ?? text;
}

function placeWords(value: unknown, sheets: readonly Sheet[]): string {
  const [sheet, row] = place.parse(value);
  return `${labelOf(sheet, sheets) ?? sheet} ${row}`;
}

const labelOf = (id: string, sheets: readonly Sheet[]) => sheets.find((sheet) => sheet.id === id)?.label;
