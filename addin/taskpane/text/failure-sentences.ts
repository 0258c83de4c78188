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
  /** Excel's own code; never shown. */
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
  "attachment-type": () =>
    tell("Solo se adjuntan fotos (JPEG, PNG, WEBP, HEIC) y documentos PDF; ese archivo es otra cosa."),
  "attachment-damaged": () =>
    tell("El archivo está incompleto o dañado. Ábralo para revisarlo, o tome la foto de nuevo."),
  "attachment-pixels": () =>
    tell("La foto es demasiado grande para mostrarla. Tómela de nuevo con menos resolución."),
  "attachment-size": () => tell("El archivo pasa de 10 MB. Tómelo de nuevo con menos resolución."),
  "attachments-full": () =>
    tell("La fila ya tiene todos los archivos que caben. Quite uno que sobre para adjuntar otro."),
  busy: () =>
    retry(
      "El servicio atiende a muchas personas ahora. Sus filas quedan en el libro; reintente en un momento.",
    ),
  unavailable: () =>
    retry("El servicio está en pausa. Sus filas quedan en el libro; reintente en un minuto."),
  internal: () =>
    retry("El servicio no pudo terminar. Sus filas quedan en el libro; reintente en un minuto."),
  unanswered: () => tell("Falta responder lo que se pregunta de esta hoja. Responda y vincúlela de nuevo."),
  offline: () => retry("No hay conexión con el servicio. Siga trabajando: las filas esperan en el libro."),
  "bad-credentials": () => tell("El correo o la contraseña no coinciden. Revíselos e intente de nuevo."),
  "awaiting-approval": () =>
    tell("Su solicitud espera la aprobación del administrador. Cuando la apruebe, entre de nuevo."),
  "not-admitted": () =>
    tell("Su cuenta de Microsoft no tiene acceso a Ventas al Día. Si debe tenerlo, pídalo al administrador."),
  "sign-in-closed": () =>
    tell("La ventana de Microsoft se cerró antes de terminar. Entre de nuevo cuando quiera."),
  "sign-in-blocked": () =>
    tell("Excel no pudo abrir la ventana de Microsoft. Permita ventanas emergentes e intente de nuevo."),
  "directory-refused": () =>
    tell("Microsoft no confirmó su cuenta. Intente de nuevo; si se repite, avise al administrador."),
  "locked-out": ({ seconds }) =>
    tell(
      `Hubo varios intentos fallidos. Espere ${plural(seconds, "segundo", "segundos")} para intentar de nuevo.`,
    ),
  cancelled: () => retry("Se detuvo a pedido suyo. Lo que ya se había enviado quedó guardado."),
  "cell-edit-mode": () =>
    retry("Hay una celda a medio escribir. Oprima Enter en la hoja para terminarla y reintente."),
  protected: ({ worksheet }) =>
    retry(
      `${sheetNamed(worksheet)} está protegida. Quite la protección con Desproteger hoja, en la cinta de Excel, y reintente.`,
    ),
  "access-denied": () =>
    retry("Excel no permite ese cambio. Quite la protección de la hoja o del libro y reintente."),
  "table-missing": () => tell("La tabla ya no está en el libro. Lo sincronizado sigue en el servicio."),
  occupied: ({ worksheet }) =>
    retry(
      `${sheetNamed(worksheet)} tiene datos donde iría la tabla. Elija una celda con espacio y reintente.`,
    ),
  "sheet-changed": ({ worksheet }) =>
    tell(
      `${sheetNamed(worksheet)} cambió mientras usted miraba la propuesta. Revísela de nuevo antes de vincular.`,
    ),
  "table-in-the-way": ({ worksheet }) =>
    tell(
      `En ${sheetNamed(worksheet)} otra tabla ocupa la columna donde irían las columnas ocultas. Lleve esta lista a una hoja aparte y vincúlela allí.`,
    ),
  "no-room": ({ worksheet }) =>
    retry(
      `${sheetNamed(worksheet)} tiene datos debajo de la tabla que Excel no puede correr. Muévalos y reintente.`,
    ),
  excel: ({ detail }) => byExcelCode[detail] ?? retry(unexplained),
  unexpected: () => ({
    sentence: "El panel falló de un modo que no previmos. Vuelva a cargarlo; su libro queda como está.",
    wayOut: "reload",
  }),
  "unsupported-excel": () =>
    tell(
      "A este Excel le falta lo que el panel necesita. Actualícelo, o abra el libro en Excel para la web.",
    ),
};

/** What Excel refuses without more ado than its own code, where there is something better to say than that it did. */
const byExcelCode: Readonly<Record<string, FailureText>> = {
  ItemNotFound: tell("La hoja o la tabla que se buscaba ya no está en el libro."),
  MergedRangeConflict: retry("Hay celdas combinadas que lo impiden. Sepárelas y reintente."),
  RequestPayloadSizeLimitExceeded: tell(
    "Son más datos de los que Excel recibe de una vez. Traiga menos meses.",
  ),
  ResponsePayloadSizeLimitExceeded: tell(
    "Son más datos de los que Excel entrega de una vez. Reparta las filas en dos libros.",
  ),
};

const unexplained = "Excel no pudo terminar. Reintente; si se repite, guarde el libro y vuelva a abrirlo.";

/** Excel does not always say which sheet it means. */
const sheetNamed = (worksheet: string): string => (worksheet === "" ? "La hoja" : `La hoja «${worksheet}»`);
