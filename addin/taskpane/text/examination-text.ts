import type { Proposal, Question } from "../../../shared/recognition/proposal.ts";
import type { ExaminationTrouble, SheetChange } from "../../sync/familiar-session.ts";
import { joinWords } from "./condition.ts";
import { formatCount, plural } from "./numbers.ts";

/** What the pane says while a sheet of the staff's own is being linked. */
export const examinationText = {
  start: "Vincular esta hoja",
  back: "Hojas",
  title: (worksheet: string) => `Vincular «${worksheet}»`,
  table: "Tabla de la hoja",
  tableOption: (record: string, first: number, last: number) => `${record}, filas ${first} a ${last}`,
  record: "Registro",
  header: "Encabezado",
  headerRow: (row: number) => `Fila ${row}`,
  headerRows: (first: number, last: number) => `Filas ${first} y ${last}`,
  obsolete: (code: string, seen: number, current: number) =>
    `Esta hoja usa la versión ${seen} del formato ${code} y la vigente es la ${current}. Puede vincularla así; lo que la versión nueva agrega queda en blanco.`,

  questions: (count: number) => plural(count, "pregunta", "preguntas"),
  choose: "Elija…",
  mine: "Es una columna mía",
  askColumn: (header: string, letters: string) =>
    header === ""
      ? `¿Qué es la columna ${letters}, que no tiene encabezado?`
      : `¿Qué es «${header}» (columna ${letters})?`,
  answer: "Responder",

  columns: "Columnas",
  columnCount: (known: number, own: number) =>
    own === 0
      ? plural(known, "reconocida", "reconocidas")
      : `${plural(known, "reconocida", "reconocidas")} · ${plural(own, "suya", "suyas")}`,
  showColumns: "Ver y corregir",
  hideColumns: "Ocultar",
  noHeader: (letters: string) => `Columna ${letters}, sin encabezado`,
  own: "Columna suya, no se toca",
  change: "Cambiar",
  changeColumn: (header: string) => `Cambiar: ${header}`,
  columnIs: (header: string) => `«${header}» es`,
  otherColumns: "Otras columnas",
  likelyColumns: "Las más probables",

  preview: "Así quedaría guardado",
  previewRows: (count: number) =>
    count === 1 ? "La primera fila" : `Las primeras ${formatCount(count)} filas`,
  row: "Fila",
  empty: "vacía",
  more: (count: number) => `Y ${plural(count, "celda más", "celdas más")} por corregir en estas filas.`,

  counts: {
    repairable: (count: number) => plural(count, "se repara", "se reparan"),
    wrong: (count: number) => `${formatCount(count)}\u00a0por corregir`,
    apart: (count: number) => `${formatCount(count)}\u00a0aparte`,
  },
  noRows: "Todavía no hay filas debajo del encabezado.",

  changes: "Qué cambia en la hoja",
  becomesTable: "Los datos quedan como tabla de Excel, con columnas ocultas que reconocen cada fila.",
  staysMatrix: "La hoja no cambia: qué registro es cada celda se guarda en el libro, sin verse.",
  staysTable: "Su tabla de Excel recibe columnas ocultas que reconocen cada fila.",
  stays: "Títulos, fórmulas, colores, totales y columnas suyas quedan como están.",
  undo: "Se puede deshacer después, en el menú de la hoja vinculada.",

  yes: "Sí, es ese",
  readOnly: "Su cuenta consulta este registro y no lo guarda: lo que cambie en la hoja no se enviará.",
  link: "Vincular",
  missing: (count: number) => `Falta${count === 1 ? "" : "n"} ${plural(count, "respuesta", "respuestas")}`,
  insert: "Insertar formato",
  again: "Revisar de nuevo",
} as const;

/** What a record is on the sheet: a row of a list, a cell of a matrix. */
export const recordText: Readonly<Record<Proposal["layout"], RecordText>> = {
  list: {
    all: (count) => plural(count, "fila", "filas"),
    good: (count) => plural(count, "fila lista", "filas listas"),
    wrongStay: "Lo que hay que corregir también se vincula: queda marcado en la hoja y no se envía.",
  },
  matrix: {
    all: (count) => plural(count, "celda", "celdas"),
    good: (count) => plural(count, "celda lista", "celdas listas"),
    wrongStay: "Lo que hay que corregir también se vincula: queda en Revisar y no se envía.",
  },
};

interface RecordText {
  readonly all: (count: number) => string;
  readonly good: (count: number) => string;
  readonly wrongStay: string;
}

/** How sure the pane is, in words. */
export type Certainty = "sure" | "likely" | "unsure";

/** From these confidences on, of 1. */
const sureFrom = 0.9;
const likelyFrom = 0.7;

export function certaintyOf(confidence: number): Certainty {
  if (confidence >= sureFrom) return "sure";
  return confidence >= likelyFrom ? "likely" : "unsure";
}

export const certaintyText: Readonly<Record<Certainty, string>> = {
  sure: "Se reconoce con seguridad.",
  likely: "Es lo más probable. Cámbielo si no es ese.",
  unsure: "No es seguro. Confirme que sea ese.",
};

/** Whether a column is known, to be confirmed, or the staff's own. */
export const columnStateText = {
  sure: "Segura",
  asked: "Por confirmar",
  own: "Suya",
} as const;

/** What a question asks: `label` is what it is about, `example` what a cell says. */
export const questionText: Readonly<Record<Question["about"], (label: string, example: string) => string>> = {
  record: (label) =>
    label === "" ? "¿Qué registro es esta hoja?" : `Se parece a «${label}». ¿Es ese registro?`,
  header: () => "¿En qué fila está el encabezado?",
  "date-order": (label, example) =>
    example === "" ? `En «${label}», ¿qué va primero?` : `En «${label}» dice «${example}». ¿Qué día es?`,
  unit: (label) => `¿En qué están los valores de «${label}»?`,
  context: (label) => `«${label}»: la hoja no lo dice o lo dice de dos maneras. ¿Cuál es?`,
};

export const dateOrderText = {
  day: "Primero el día",
  month: "Primero el mes",
  none: "No es una fecha",
} as const;

/** What 1 in a cell counts, in pesos. */
export const unitChoices = [
  { unit: 1, label: "Pesos" },
  { unit: 1_000, label: "Miles de pesos" },
  { unit: 1_000_000, label: "Millones de pesos" },
] as const;

/** What linking does to the sheet. */
export function changeSentence(change: SheetChange): string {
  switch (change.kind) {
    case "unmerge":
      return change.areas === 1
        ? "Se separa un grupo de celdas combinadas, y cada celda recibe el valor que tenían."
        : `Se separan ${formatCount(change.areas)} grupos de celdas combinadas, y cada celda recibe el valor que tenían.`;
    case "set-apart":
      return change.rows === 1
        ? "Una fila que no es un registro (en blanco, un título o un subtotal) queda donde está y no se envía."
        : `${formatCount(change.rows)} filas que no son registros (en blanco, títulos o subtotales) quedan donde están y no se envían.`;
    case "name-headers":
      return change.columns.length === 1
        ? `Una columna sin encabezado propio recibe uno: ${named(change.columns)}.`
        : `${formatCount(change.columns.length)} columnas sin encabezado propio reciben uno: ${named(change.columns)}.`;
  }
}

const named = (columns: readonly string[]): string =>
  joinWords(
    columns.map((column) => `«${column}»`),
    "y",
  );

/** What to do about a sheet that cannot be linked. */
export type TroubleWayOut = "insert" | "again";

export interface ExaminationTroubleText {
  readonly sentence: string;
  readonly wayOut: TroubleWayOut;
}

type Sizes = { readonly rows: number; readonly columns: number };

/** Why a worksheet cannot be linked, and the way out. */
export function examinationTroubleText(trouble: ExaminationTrouble): ExaminationTroubleText {
  return troubles[trouble.code]({ rows: 0, columns: 0, ...trouble });
}

const troubles: Readonly<Record<ExaminationTrouble["code"], (sizes: Sizes) => ExaminationTroubleText>> = {
  "nothing-recognised": () => ({
    sentence:
      "Aquí no se reconoce ningún registro. Se busca una fila de encabezados, como Fecha visita, Asesor o NIT, y los datos debajo. Si la hoja es otra, ábrala y revise de nuevo; para empezar de cero, inserte un formato.",
    wayOut: "insert",
  }),
  protected: () => ({
    sentence:
      "La hoja está protegida y no se puede vincular así. Quite la protección con Desproteger hoja, en la cinta de Excel, y revise de nuevo.",
    wayOut: "again",
  }),
  "already-linked": () => ({
    sentence: "Esta hoja ya está vinculada. Abra otra hoja del libro y revise de nuevo.",
    wayOut: "again",
  }),
  empty: () => ({
    sentence: "La hoja está vacía. Abra la que tiene los datos y revise de nuevo, o inserte un formato.",
    wayOut: "insert",
  }),
  "too-large": ({ rows, columns }) => ({
    sentence: `La hoja tiene ${plural(rows, "fila", "filas")} y ${plural(columns, "columna", "columnas")}, más de lo que se puede revisar de una vez. Deje en ella solo los datos, o repártalos en varias hojas, y revise de nuevo.`,
    wayOut: "again",
  }),
};
