import type { PersonAct } from "../../../shared/contract/people.ts";
import type { PersonState } from "../../../shared/model/person-state.ts";
import { formatCount } from "./numbers.ts";

/** What the administrator reads about the people of the company. */
export const peopleText = {
  title: "Personas",
  search: "Buscar por nombre o correo",
  nobody: "Nadie coincide con lo que escribió.",
  groups: {
    waiting: "Esperan su aprobación",
    invited: "Con invitación pendiente",
    active: "Activas",
    inactive: "Inactivas",
  } satisfies Record<PersonState, string>,
  states: {
    waiting: "Espera su aprobación",
    invited: "Todavía no acepta la invitación",
    active: "Activa",
    inactive: "Ya no puede entrar",
  } satisfies Record<PersonState, string>,
  count: (count: number) => formatCount(count),
  lastSeen: "Última vez",
  neverSeen: "Nunca ha entrado",
  locked: "Bloqueada por claves equivocadas",
  back: "Personas",

  invite: "Invitar a alguien",
  inviteTitle: "Invitar",
  name: "Nombre y apellidos",
  nameHint: "Como aparecerá en las hojas, por ejemplo en la columna Asesor.",
  email: "Correo",
  role: "Rol",
  send: "Invitar",
  cancel: "Cancelar",
  needName: "Escriba nombre y apellidos.",
  needEmail: "Escriba un correo completo.",
  emailTaken: "Ese correo ya tiene una cuenta.",
  sent: "La invitación va en camino al correo.",
  handOver: "Entregue este código a la persona; ella elige su clave en el panel, en «Tengo una invitación».",
  "not-possible": "Esta cuenta ya no admite invitaciones. Así está ahora.",
  holdsUntil: (moment: string) => `No se vuelve a mostrar. Sirve hasta ${moment}`,
  copy: "Copiar código",
  copied: "Copiado",
  again: "Hacer otra invitación",
  againHint: "La anterior deja de servir.",
  withdraw: "Retirar la invitación",
  until: "La invitación sirve hasta",
  forgot: "Dar otra clave",
  forgotHint: "Hace una invitación nueva; la persona elige otra clave y sus sesiones terminan.",

  isKnown: "¿Ya tenía cuenta?",
  isNew: "No, es una persona nueva",
  join: "Unir a esa cuenta",
  approve: "Aprobar",
  approveAs: (name: string) => `Aprobar a ${name}`,
  reject: "Rechazar",
  rejectOf: (name: string) => `Rechazar a ${name}`,
  rejectAsk:
    "No podrá entrar, y deja de estar en esta lista. Su cuenta queda en «Rechazadas», donde se puede volver a considerar.",

  refused: "Rechazadas",
  refusedHint:
    "Quien usted vuelva a considerar espera de nuevo su aprobación la próxima vez que intente entrar.",
  refusedAt: "Rechazada",
  reconsider: "Volver a considerar",
  reconsiderOf: (account: string) => `Volver a considerar ${account}`,
  roleFor: (name: string) => `Rol para ${name}`,

  changeName: "Cambiar el nombre",
  newName: "Nombre y apellidos",
  nameEffect: "Así queda en todas las filas, también en las pasadas.",
  changeRole: "Cambiar el rol",
  newRole: "Nuevo rol",
  roleWhy: "Motivo",
  roleEffect:
    "Desde su próxima solicitud ve lo del nuevo rol; lo que deja de ver sale de sus hojas al sincronizar.",
  save: "Guardar",
  deactivate: "Desactivar la cuenta",
  deactivateEffect: "Sus sesiones terminan y ya no puede entrar. Sus filas y su nombre se quedan.",
  reactivate: "Reactivar la cuenta",
  why: "Motivo",
  unlock: "Desbloquear",
  lockedUntil: "No puede entrar hasta",

  sessions: "Dónde tiene abierta la sesión",
  noSessions: "En ninguna parte.",

  results: {
    done: "",
    "name-taken": "Ya hay alguien con ese nombre. Agregue el segundo apellido.",
    "last-admin": "Es la única persona que administra las cuentas. Dé antes ese rol a otra.",
    stale: "Alguien acaba de cambiar esta cuenta. Así está ahora.",
    "not-found": "Esa cuenta ya no está.",
  } satisfies Record<PersonAct["result"], string>,
} as const;
