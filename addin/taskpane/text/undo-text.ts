import type { KeptRow, UndoPreview } from "../../../shared/contract/undo.ts";
import { undoLimits } from "../../../shared/contract/undo.ts";
import { formatInstant } from "./moments.ts";
import { formatCount, plural } from "./numbers.ts";

type SheetCounts = UndoPreview["sheets"][number];

/** What the pane says of what was sent, and of taking it back. */
export const undoText = {
  title: "Envíos",
  open: "Envíos",
  openWhy: "Lo que usted envió, para deshacerlo si hace falta.",
  back: "Hojas",
  intro: "Lo último que usted envió. Deshacer un envío devuelve sus filas a lo que decían antes.",
  none: "Aquí aparece lo que usted envíe, y desde aquí se deshace.",
  failed: "Sus envíos no están a la mano en este momento.",
  again: "Traer de nuevo",
  rows: (count: number, sheet: string) => `${sheet}: ${plural(count, "fila", "filas")}`,
  from: (file: string) => `Desde ${file}`,
  undoes: "Deshizo un envío",
  undone: "Deshecho",
  undo: "Deshacer envío",
  redo: "Rehacer envío",
  last: (acts: number) => (acts > 1 ? "Deshacer lo último del envío" : "Deshacer envío"),
  large: `Este envío tiene más de ${formatCount(undoLimits.rows)} filas y no se deshace de una vez. Sus filas se corrigen o se anulan en la hoja.`,
  of: (act: string, moment: string) => `${act}: ${moment}`,
  undoReason: (at: string) => `Se deshizo el envío del ${formatInstant(at)}`,
  redoReason: (at: string) => `Se rehizo lo que se deshizo el ${formatInstant(at)}`,
  dialog: {
    undo: (at: string) => `Deshacer el envío del ${formatInstant(at)}`,
    redo: (at: string) => `Rehacer lo deshecho el ${formatInstant(at)}`,
    history: "Nada se borra: queda en la historia de cada fila, y se puede rehacer.",
    nothing: "Nada de este envío se puede deshacer ahora.",
    failed: "No se pudo averiguar qué pasaría. Inténtelo de nuevo en un momento.",
    lastOf: (acts: number) =>
      `Lo que usted envió está en ${acts} envíos, de hasta ${formatCount(undoLimits.rows)} filas cada uno. Aquí se deshace el último; los otros se deshacen en «Envíos».`,
    gone: "De este envío ya no hay nada por deshacer.",
    kept: (count: number) =>
      count === 1 ? "Una fila se queda como está:" : `${formatCount(count)} filas se quedan como están:`,
    moreKept: (count: number) => `y ${formatCount(count)} más`,
    cancel: "Cancelar",
    close: "Cerrar",
  },
} as const;

/** What taking a sending back does in one sheet. `leaves`: new rows go out of it, which the staff's own sheets keep. */
export function sheetSentence(
  label: string,
  { changed, voided, restored }: SheetCounts,
  leaves: boolean,
): string {
  const out = leaves
    ? plural(voided, "fila nueva se anula y sale de la hoja", "filas nuevas se anulan y salen de la hoja")
    : plural(voided, "fila nueva se anula", "filas nuevas se anulan");
  const parts = [
    changed > 0 && plural(changed, "fila vuelve a lo que decía", "filas vuelven a lo que decían"),
    voided > 0 && out,
    restored > 0 && plural(restored, "fila anulada vuelve a contar", "filas anuladas vuelven a contar"),
  ];
  return `${label}: ${parts.filter((part) => part !== false).join("; ")}.`;
}

const whyKept: Readonly<Record<KeptRow["why"], (by: string | null) => string>> = {
  changed: (by) => `${by ?? "otra persona"} la cambió después`,
  voided: (by) => (by === null ? "está anulada" : `${by} la anuló`),
  validated: (by) => (by === null ? "está validada" : `${by} la validó`),
  forbidden: () => "usted ya no la puede cambiar",
  "not-allowed": () => "lo que decía antes ya no se admite",
};

/** Why a row stays; `own` is the name of whoever is asking. */
export function keptSentence({ label, why, by }: KeptRow, own: string | undefined): string {
  const who = by !== null && by === own ? "usted" : by;
  return `${label === "" ? "Una fila" : label}: ${whyKept[why](who)}.`;
}
