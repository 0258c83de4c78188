import * as z from "zod";
import { roleSchema } from "./role.ts";

const nothing = z.strictObject({});
const how = z.enum(["password", "one-time-code", "entra"]);
const failure = z.enum(["password", "code", "invited", "inactive", "waiting"]);
const ending = z.enum([
  "signed-out",
  "by-themselves",
  "by-administrator",
  "password-changed",
  "token-used-again",
]);
const short = z.string().max(64);
const reason = z.string().max(300);
const count = z.number().int().min(0);

/**
 * What the audit keeps beside the history of the rows, and with which details: who did it, whom it is about and when
 * stand beside them. Details never hold a password, a code, a token, an e-mail nor a word of anybody's row.
 */
export const eventDetails = {
  /** The first of all: what was there already is chained after it, as it stood then. */
  "audit-began": z.strictObject({ revisions: count, attachments: count }),
  "account-created": z.strictObject({ role: roleSchema }),
  invited: z.strictObject({ role: roleSchema }),
  "invitation-withdrawn": nothing,
  joined: z.strictObject({ how }),
  "signed-in": z.strictObject({ how }),
  /** `why`: what was wrong, or how the account stood. */
  "sign-in-failed": z.strictObject({ how, why: failure }),
  locked: z.strictObject({ minutes: count.optional() }),
  unlocked: nothing,
  "password-changed": z.strictObject({ how: z.enum(["by-themselves", "by-link", "by-command"]) }),
  "session-ended": z.strictObject({ why: ending, sessions: count }),
  "role-changed": z.strictObject({
    before: roleSchema,
    after: roleSchema,
    reason: reason.optional(),
  }),
  renamed: nothing,
  deactivated: z.strictObject({ reason: reason.optional() }),
  reactivated: z.strictObject({ reason: reason.optional() }),
  /** Signed in for the first time by the company's directory, and waits. */
  "approval-asked": z.strictObject({ how }),
  approved: z.strictObject({ role: roleSchema }),
  rejected: z.strictObject({ reason: reason.optional() }),
  /** Accounts of the directory that may ask again, by the object that the directory names: nobody stands for them here. */
  reconsidered: z.strictObject({ accounts: z.array(short) }),
  "setting-changed": z.strictObject({ setting: short, version: count, value: z.number(), reason }),
  "epoch-began": z.strictObject({ epoch: short, isRestored: z.boolean() }),
  imported: z.strictObject({ files: count, saved: count, left: count }),
  "file-removed": z.strictObject({ sheet: short, row: short, attachment: short, reason }),
  "personal-data-exported": z.strictObject({ rows: z.array(z.tuple([short, short])) }),
  /** The rows as record and id; `entries` of the audit lost their values, which `seal` says how they stand since. */
  anonymised: z.strictObject({
    rows: z.array(z.tuple([short, short])),
    reason,
    entries: count,
    files: count,
    seal: short,
  }),
  "audit-exported": z.strictObject({ from: short.nullable(), to: short.nullable(), entries: count }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type EventKind = keyof typeof eventDetails;
export type EventDetails<K extends EventKind> = z.infer<(typeof eventDetails)[K]>;

/** How people read what happened. */
export const eventLabels: Readonly<Record<EventKind, string>> = {
  "audit-began": "Auditoría iniciada",
  "account-created": "Cuenta creada",
  invited: "Invitación enviada",
  "invitation-withdrawn": "Invitación retirada",
  joined: "Invitación aceptada",
  "signed-in": "Inicio de sesión",
  "sign-in-failed": "Inicio de sesión fallido",
  locked: "Cuenta bloqueada",
  unlocked: "Cuenta desbloqueada",
  "password-changed": "Clave cambiada",
  "session-ended": "Sesión cerrada",
  "role-changed": "Rol cambiado",
  renamed: "Nombre cambiado",
  deactivated: "Cuenta desactivada",
  reactivated: "Cuenta reactivada",
  "approval-asked": "Ingreso por aprobar",
  approved: "Ingreso aprobado",
  rejected: "Ingreso rechazado",
  reconsidered: "Rechazo retirado",
  "setting-changed": "Parámetro cambiado",
  "epoch-began": "Historia iniciada",
  imported: "Archivos importados",
  "file-removed": "Adjunto retirado",
  "personal-data-exported": "Datos de un titular exportados",
  anonymised: "Titular anonimizado",
  "audit-exported": "Auditoría exportada",
};
