import { joinWords } from "./condition.ts";
import { formatCount, plural } from "./numbers.ts";

/** How many rows are named one by one. */
const namedRows = 4;

/** Rows of the worksheet as people count: all where they are few, else the first ones and how many more. */
export function rowsInWords(rows: readonly number[]): string {
  const some = rows.slice(0, namedRows).map(formatCount);
  if (rows.length === 1) return `Fila ${some.join("")}`;
  const rest = rows.length - some.length;
  return `Filas ${rest === 0 ? joinWords(some, "y") : `${some.join(", ")} y ${formatCount(rest)} más`}`;
}

/** What the pane says of repairs. */
export const repairText = {
  title: "Reparar",
  why: (count: number) =>
    count === 1
      ? "Una celda se entiende, pero está escrita de otra forma."
      : `${formatCount(count)} celdas se entienden, pero están escritas de otra forma.`,
  all: (count: number) => `Reparar ${plural(count, "segura", "seguras")}`,
  column: "Reparar esta columna",
  columnOf: (label: string) => `Reparar esta columna: ${label}`,
  typed: "Escrito",
  becomes: "Queda",
  more: (count: number) => `Mostrar ${formatCount(count)} más`,
  uncertain: (count: number) => plural(count, "celda por decidir", "celdas por decidir"),
  meant: (typed: string, only: string) => `«${typed}»: ¿quiso decir ${only}?`,
  meantOneOf: (typed: string) => `«${typed}»: ¿qué quiso decir?`,
  use: (label: string) => `Usar ${label}`,
  choose: (label: string, typed: string) => `Usar ${label} en lugar de «${typed}»`,
  repaired: (count: number) =>
    count === 1
      ? "Se reparó una celda. Con Ctrl+Z vuelve lo que decía."
      : `Se repararon ${formatCount(count)} celdas. Con Ctrl+Z vuelve lo que decían.`,
  keptInHistory: "Lo escrito antes queda en la historia de cada fila.",
} as const;

/** What undoing a link says. */
export const putBackText = {
  menu: (sheet: string) => `Más acciones: ${sheet}`,
  act: "Deshacer el vínculo y dejar la hoja como estaba",
  ask: "La hoja vuelve a como estaba antes de vincularla: sin columnas ocultas y con sus celdas combinadas. Lo que usted escribió se queda, y lo ya enviado sigue guardado.",
  unsent: (count: number) =>
    count === 1
      ? "Una fila sin enviar queda solo en la hoja."
      : `${formatCount(count)} filas sin enviar quedan solo en la hoja.`,
  confirm: "Deshacer el vínculo",
  cancel: "Cancelar",
} as const;
