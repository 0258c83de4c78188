import type { CommandFailure } from "../../sync/session.ts";
import { plural } from "./numbers.ts";

/** What the user can do about a failure: the same again, sign in, load the pane again, or only know. */
export type WayOut = "retry" | "sign-in" | "reload" | "none";

export interface FailureText {
  readonly sentence: string;
  readonly wayOut: WayOut;
}

/** What some failures say beside their code. */
interface Details {
  readonly worksheet: string;
  readonly seconds: number;
  readonly detail: string;
}

/** Why a command stopped and what to do, for people. */
export function failureText(failure: CommandFailure): FailureText {
  return texts[failure.code]({ worksheet: "", seconds: 0, detail: "", ...failure });
}

const retry = (sentence: string): FailureText => ({ sentence, wayOut: "retry" });
const tell = (sentence: string): FailureText => ({ sentence, wayOut: "none" });

const texts: Readonly<Record<CommandFailure["code"], (details: Details) => FailureText>> = {
  "bad-request": () =>
    tell("El servicio no entendió lo que envió el panel. Su libro queda como está; avise al administrador."),
  unauthenticated: () => ({
    sentence: "Su sesión venció. Entre de nuevo; lo escrito en el libro sigue ahí.",
    wayOut: "sign-in",
  }),
  forbidden: () => tell("Su cuenta no tiene permiso para esto. Pídalo al administrador."),
  "not-found": () => tell("El servicio ya no tiene lo que se pidió. Sincronice para ponerse al día."),
  "too-large": () =>
    tell("Hay textos demasiado largos para enviarlos de una vez. Acorte las observaciones más extensas."),
  "too-many-requests": () => retry("El servicio recibe muchas solicitudes. Espere un minuto y reintente."),
  "schema-changed": () => ({
    sentence: "Los formatos cambiaron desde que abrió el panel. Vuelva a cargarlo; su libro queda como está.",
    wayOut: "reload",
  }),
  unavailable: () =>
    retry("El servicio está en pausa. Sus filas quedan en el libro; reintente en un minuto."),
  internal: () =>
    retry("El servicio no pudo terminar. Sus filas quedan en el libro; reintente en un minuto."),
  offline: () => retry("No hay conexión con el servicio. Siga trabajando: las filas esperan en el libro."),
  "bad-credentials": () => tell("El correo o la contraseña no coinciden. Revíselos e intente de nuevo."),
  "locked-out": ({ seconds }) =>
    tell(
      `Hubo varios intentos fallidos. Espere ${plural(seconds, "segundo", "segundos")} para intentar de nuevo.`,
    ),
  cancelled: () => retry("Se detuvo a pedido suyo. Lo que ya se había enviado quedó guardado."),
  "cell-edit-mode": () =>
    retry("Hay una celda a medio escribir. Oprima Enter en la hoja para terminarla y reintente."),
  protected: ({ worksheet }) =>
    retry(
      `La hoja «${worksheet}» está protegida. Quite la protección en Revisar › Desproteger hoja y reintente.`,
    ),
  "access-denied": () =>
    retry("Excel no permite ese cambio. Quite la protección de la hoja o del libro y reintente."),
  "table-missing": () => tell("La tabla ya no está en el libro. Lo sincronizado sigue en el servicio."),
  occupied: ({ worksheet }) =>
    retry(
      `En la hoja «${worksheet}» hay datos donde iría la tabla. Elija una celda con espacio y reintente.`,
    ),
  "no-room": ({ worksheet }) =>
    retry(`En la hoja «${worksheet}» hay datos debajo de la tabla. Muévalos y reintente.`),
  excel: ({ detail }) => retry(`Excel no pudo terminar${detail === "" ? "" : ` (${detail})`}. Reintente.`),
  unexpected: () => ({
    sentence: "El panel falló de un modo que no previmos. Vuelva a cargarlo; su libro queda como está.",
    wayOut: "reload",
  }),
  "unsupported-excel": () =>
    tell("Este Excel es anterior a 2021 y no puede usar el panel. Abra el libro en Excel para la web."),
};
