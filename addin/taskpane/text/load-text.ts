import type { LoadTable } from "../../sync/familiar-session.ts";
import { formatCount, plural } from "./numbers.ts";

/** What the pane says of the first load of a workbook. */
export const loadText = {
  start: "Carga inicial",
  startWhy: "Todas las hojas del libro de una vez. Primero se muestra qué hay; después usted elige.",
  back: "Hojas",
  title: "Carga inicial del libro",
  report: "Elija las hojas que se vinculan y se envían. Todavía no ha cambiado nada.",
  counts: {
    good: (count: number) => plural(count, "fila lista", "filas listas"),
    repairable: (count: number) => plural(count, "se repara", "se reparan"),
    wrong: (count: number) => `${formatCount(count)}\u00a0por corregir`,
    duplicates: (count: number) => plural(count, "ya guardada", "ya guardadas"),
  },
  asks: (count: number) =>
    count === 1
      ? "Tiene una pregunta por responder. Vincúlela aparte."
      : `Tiene ${formatCount(count)} preguntas por responder. Vincúlela aparte.`,
  answer: "Responder",
  wrongStay: "Las filas por corregir quedan en su hoja, marcadas, y no se envían hasta que las corrija.",
  load: "Cargar",
  chosen: (sheets: number, rows: number) =>
    `${plural(rows, "fila", "filas")} de ${plural(sheets, "hoja", "hojas")}`,
  nothingChosen: "Elija al menos una hoja.",
  none: "Ninguna hoja de este libro se reconoce como un registro. Ábrala y use Vincular esta hoja, o inserte un formato.",
  leftOut: (count: number) =>
    count === 1 ? "Una hoja que queda fuera" : `${formatCount(count)} hojas que quedan fuera`,
  leftOutWhy: "No se tocan: quedan como están.",

  running: (sent: number, total: number) => `${formatCount(sent)} de ${plural(total, "fila", "filas")}`,
  paused: "En pausa.",
  safe: "Puede cerrar el libro cuando quiera: lo enviado queda guardado y lo demás espera. Siga después con Sincronizar o con Carga inicial.",
  pause: "Pausar",
  resume: "Continuar",
  cancel: "Cancelar la carga",
  progress: "Avance de la carga",
  announce: (percent: number) => `Carga: ${percent}\u00a0%`,

  done: (rows: number) => `Se guardaron ${plural(rows, "fila", "filas")}.`,
  doneWrong: (count: number) =>
    count === 1
      ? "Una fila quedó por corregir en su hoja; está en Revisar."
      : `${formatCount(count)} filas quedaron por corregir en sus hojas; están en Revisar.`,
  doneFailed: (count: number) =>
    count === 1
      ? "Una hoja no se pudo terminar. Sus filas esperan en el libro; sincronice para enviarlas."
      : `${formatCount(count)} hojas no se pudieron terminar. Sus filas esperan en el libro; sincronice para enviarlas.`,
  close: "Ver las hojas",
} as const;

/** Where a table of the load stands. */
export const stageText: Readonly<Record<LoadTable["stage"], (sent: number, total: number) => string>> = {
  waiting: () => "En espera",
  sending: (sent, total) => `${formatCount(sent)} de ${formatCount(total)}`,
  done: (sent) => plural(sent, "guardada", "guardadas"),
  failed: () => "Sin terminar",
};
