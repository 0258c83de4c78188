import type { ChosenRow, ChosenRows, LeftRow, StandingReport } from "../../sync/status-session.ts";
import { formatCount, plural } from "./numbers.ts";

type Stage = ChosenRow["stage"];

/** What each stage of a row is called. */
export const stageNames: Readonly<Record<Stage, string>> = {
  draft: "Borrador",
  pending: "Cambiada, sin enviar",
  sent: "Enviada",
  validated: "Validada",
  returned: "Devuelta",
  voided: "Anulada",
};

/** What the stage means for whoever stands in the row, where its name does not say it. */
export const stageMeanings: Readonly<Partial<Record<Stage, string>>> = {
  draft: "Todavía está solo en este libro. Se envía al sincronizar.",
  pending: "Lo que cambió aquí se envía al sincronizar.",
  validated: "Queda así: para cambiarla, quien verifica la devuelve o quita la validación.",
  voided: "Ya no cuenta. Siga en la hoja o no, nada de ella se borró.",
};

const stageCounts: Readonly<Record<Stage, (count: number) => string>> = {
  draft: (count) => plural(count, "borrador", "borradores"),
  pending: (count) => plural(count, "sin enviar", "sin enviar"),
  sent: (count) => plural(count, "enviada", "enviadas"),
  validated: (count) => plural(count, "validada", "validadas"),
  returned: (count) => plural(count, "devuelta", "devueltas"),
  voided: (count) => plural(count, "anulada", "anuladas"),
};

/** How many of the rows stand how: `8 enviadas · 3 validadas`. */
export function stagesText(rows: readonly ChosenRow[]): string {
  return Object.entries(stageCounts)
    .map(([stage, tell]) => ({ tell, count: rows.filter((row) => row.stage === stage).length }))
    .filter(({ count }) => count > 0)
    .map(({ tell, count }) => tell(count))
    .join(" · ");
}

/** Why rows stay as they were, and what to do about it. */
const leftSentences: Readonly<Record<LeftRow, (count: number) => string>> = {
  unsent: (count) => `${plural(count, "fila tiene", "filas tienen")} cambios sin enviar: sincronice primero.`,
  stale: (count) =>
    `${plural(count, "fila cambió", "filas cambiaron")} mientras tanto. ${count === 1 ? "Mírela" : "Mírelas"} de nuevo.`,
  own: (count) =>
    `${plural(count, "fila la escribió", "filas las escribió")} usted: las valida otra persona o el Director de ventas.`,
  locked: (count) =>
    `${plural(count, "fila está validada", "filas están validadas")}: antes de anular se quita la validación.`,
  forbidden: (count) => `${plural(count, "fila no es suya", "filas no son suyas")} para esto.`,
  gone: (count) => `${plural(count, "fila ya no está", "filas ya no están")} entre las que usted ve.`,
  taken: (count) =>
    `${plural(count, "fila sigue anulada", "filas siguen anuladas")}: otra fila ya dice lo que la identifica.`,
};

export function leftText({ left }: StandingReport): string {
  const counts = new Map(Object.entries(left));
  return Object.entries(leftSentences)
    .flatMap(([why, tell]) => {
      const count = counts.get(why) ?? 0;
      return count > 0 ? [tell(count)] : [];
    })
    .join(" ");
}

const many = (verb: string, count: number): string => (count === 1 ? verb : `${verb} ${formatCount(count)}`);

/** What the pane says about how rows stand. */
export const statusText = {
  chosen: (count: number, unit: ChosenRows["unit"]) =>
    `${formatCount(count)} ${unit === "cells" ? "celdas" : "filas"} seleccionadas`,
  by: (name: string) => `Por ${name}`,
  validate: (count: number) => many("Validar", count),
  return: (count: number) => `${many("Devolver", count)}…`,
  release: (count: number) => `${many("Quitar la validación", count)}…`,
  answer: "Responder sin cambios…",
  void: (count: number) => `${many("Anular", count)}…`,
  restore: "Restablecer…",
  returnReason: "Qué debe corregirse",
  releaseReason: "Por qué se quita la validación",
  answerReason: "Por qué está bien así",
  voidReason: "Motivo de la anulación",
  restoreReason: "Por qué vuelve a contar",
  doReturn: "Devolver",
  doRelease: "Quitar",
  doAnswer: "Responder",
  doVoid: "Anular",
  doRestore: "Restablecer",
  validated: (count: number) => `${plural(count, "fila validada", "filas validadas")}.`,
  returned: (count: number) => `${plural(count, "fila devuelta", "filas devueltas")}.`,
  released: (count: number) =>
    `${plural(count, "fila queda", "filas quedan")} como ${count === 1 ? "enviada" : "enviadas"}.`,
  voided: (count: number) =>
    `${plural(count, "fila anulada", "filas anuladas")}. En Hojas, con «Filas anuladas», se puede restablecer.`,
  restored: (count: number) => `${plural(count, "fila cuenta", "filas cuentan")} de nuevo.`,
  returnedTitle: (count: number) => plural(count, "fila devuelta", "filas devueltas"),
  returnedWhy: "Corríjala en la hoja y sincronice: con eso se cierra.",
  returnedChanged: "Ya la cambió: se cierra al sincronizar.",
  goToRow: "Ir a la fila",
  goToRowNamed: (label: string) => `Ir a la fila: ${label}`,
  keepAsNew: "Dejarla como fila nueva",
  voidedRows: "Filas anuladas",
  voidedRowsOf: (sheet: string) => `Filas anuladas de ${sheet}`,
  noneVoided: "No hay filas anuladas.",
  voidedFailed: "Las filas anuladas no están a la mano en este momento.",
  voidedAgain: "Traer de nuevo",
  earlier: "Mostrar anteriores",
  close: "Cerrar",
  unnamed: "Sin nombre",
} as const;
