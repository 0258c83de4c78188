import type { PasswordWeakness } from "../../../shared/contract/sign-in.ts";
import { plural } from "./numbers.ts";

/** What people read about coming in and about their own account. */
export const accountText = {
  invited: "Tengo una invitación",
  forgotten: "Olvidé mi contraseña",
  back: "Volver",

  code: {
    title: "Escriba el código de su correo",
    sentTo: (address: string) => `Enviamos 6 números a ${address}. Sirven durante 10 minutos.`,
    label: "Código",
    need: "Escriba los 6 números del correo.",
    wrong: (left: number) =>
      `Ese código no es. Le ${left === 1 ? "queda 1 intento" : `quedan ${left} intentos`}.`,
    expired: "Ese código ya no sirve. Entre de nuevo con su contraseña para recibir otro.",
    again: "Enviar otro código",
    sentAgain: "Enviamos otro código; el anterior ya no sirve.",
    submit: "Entrar",
  },

  newPassword: {
    invitation: "Elija su contraseña",
    invitationHint: "Escriba el código que le entregó el administrador o que llegó a su correo.",
    forgotten: "Elija otra contraseña",
    forgottenHint:
      "Si hay una cuenta con ese correo, le enviamos un código que sirve durante 30 minutos. Escríbalo aquí.",
    code: "Código",
    needCode: "Escriba el código completo.",
    password: "Contraseña nueva",
    hint: "10 caracteres o más. Tres o cuatro palabras sin relación son fáciles de recordar.",
    repeat: "Escríbala otra vez",
    different: "Las dos no son iguales. Escriba la misma en ambas.",
    unknownCode: "Ese código no sirve: puede estar mal escrito, vencido o usado. Pida otro al administrador.",
    submit: "Guardar y entrar",
    busy: "Guardando…",
  },

  forgot: {
    title: "Recuperar la contraseña",
    hint: "Escriba el correo de su cuenta.",
    submit: "Enviar código",
    busy: "Enviando…",
    haveCode: "Ya tengo un código",
    askAdministrator:
      "Aquí no se envían correos. Pida al administrador una invitación nueva y entre por «Tengo una invitación».",
  },

  sessions: {
    thisOne: "Este equipo",
    unknownDevice: "Equipo sin identificar",
    end: "Cerrar sesión",
    endOf: (device: string, address: string) => `Cerrar sesión de ${device}, ${address}`,
  },

  own: {
    title: "Mi cuenta",
    sessions: "Dónde está abierta su cuenta",
    endOthers: "Cerrar todas las demás",
    ended: "Sesión cerrada.",
    othersEnded: (count: number) => plural(count, "sesión cerrada", "sesiones cerradas"),
    change: "Cambiar contraseña",
    current: "Contraseña actual",
    needCurrent: "Escriba su contraseña actual.",
    wrongCurrent: "La contraseña actual no es esa.",
    save: "Cambiar",
    changed: "Contraseña cambiada. Sus demás sesiones se cerraron.",
    cancel: "Cancelar",
    close: "Listo",
  },
} as const;

export const weaknessSentences: Readonly<Record<PasswordWeakness, string>> = {
  short: "Le faltan caracteres: use 10 o más.",
  long: "Es demasiado larga: use 128 caracteres o menos.",
  guessable:
    "Es fácil de adivinar. Pruebe con tres o cuatro palabras sin relación con usted ni con la empresa.",
};
