import type { ProposedColumn, Question } from "../../shared/recognition/proposal.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { FileReading } from "./read-file.ts";
import type { TableOutcome } from "./import-table.ts";
import type { FileOutcome } from "./run-import.ts";

type Unreadable = Extract<FileReading, { readonly ok: false }>["failure"];

const unreadable: Readonly<Record<Unreadable, string>> = {
  absent: "No existe o no se puede leer.",
  encrypted: "Tiene contraseña. Ábralo en Excel, quítesela y guárdelo de nuevo.",
  "not-a-workbook":
    "No es un libro .xlsx. Si es .xls, ábralo en Excel y guárdelo como libro de Excel (.xlsx).",
  damaged: "Está dañado. Ábralo en Excel, repárelo y guárdelo de nuevo.",
  "too-large": "Es demasiado grande. Repártalo en varios libros.",
  hostile: "Está hecho de un modo que agota la memoria: no se abre.",
};

/** What became of a file, for whoever imports it: a line each for the file, its tables and what they ask. */
export function tellFile({ reading, tables }: FileOutcome, writes: boolean): string {
  if (!reading.ok) return `${reading.name}\n  ${unreadable[reading.failure]}\n`;
  const lines = [
    reading.name,
    ...tables.flatMap((table) => tellTable(table, writes).map((line) => `  ${line}`)),
    ...(reading.leftOut.length > 0 ? [`  Sin registro: ${reading.leftOut.join(", ")}.`] : []),
    ...(tables.length === 0 ? ["  Ninguna hoja se reconoce como un registro."] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function tellTable(table: TableOutcome, writes: boolean): readonly string[] {
  const { worksheet, sheet, rows, good, repaired, duplicates, left, doubtful, questions, askedColumns } =
    table;
  const head = `Hoja «${worksheet}», ${sheet.label} (${sheet.id}): ${rows} filas`;
  const asked = [
    ...questions.map((question) => tellQuestion(question, sheet, worksheet)),
    ...askedColumns.map((column) => tellColumn(column, sheet)),
  ];
  if (asked.length > 0)
    return [`${head}. No se importa hasta que responda:`, ...asked.map((one) => `  ${one}`)];
  const done = writes ? "importadas" : "listas";
  const counts = [
    `${good} ${done}${repaired > 0 ? ` (${repaired} se escriben como corresponde)` : ""}`,
    `${left.length - doubtful} por corregir`,
    ...(doubtful > 0 ? [`${doubtful} con dudas (--accept-doubts)`] : []),
    `${duplicates} que ya estaban`,
  ];
  return [`${head}; ${counts.join(", ")}.`, ...tellPeople(table)];
}

/** Old files name people who have no account, or by half a name. */
function tellPeople({ left }: TableOutcome): readonly string[] {
  const rows = new Map<string, number>();
  for (const { why, typed } of left) {
    if (typeof why === "string") continue;
    const unknown = new Set(
      why.flatMap(({ column, code }) => (code === "unknown-person" ? [typed[column]] : [])),
    );
    for (const name of unknown)
      if (name !== undefined) rows.set(name.trim(), (rows.get(name.trim()) ?? 0) + 1);
  }
  if (rows.size === 0) return [];
  const told = [...rows].toSorted(([, one], [, other]) => other - one).slice(0, mostNames);
  const names = told.map(([name, count]) => `${name} (${count})`).join(", ");
  return [`  Sin cuenta con ese nombre: ${names}. Créelas con «npm run people» o corrija el libro.`];
}

/** How many names are told. */
const mostNames = 12;

function tellQuestion(question: Question, sheet: Sheet, worksheet: string): string {
  switch (question.about) {
    case "record":
      return `Puede ser otro registro (${question.others.join(", ")}): --record "${worksheet}=REGISTRO".`;
    case "header": {
      const rows = question.rows.map((row) => row + 1).join(", ");
      return `El encabezado puede estar en otra fila (${rows}): --header "${worksheet}=FILA".`;
    }
    case "date-order":
      return `«${labelOf(sheet, question.key)}» puede ser día/mes o mes/día (${question.examples.join(", ")}): --day-first ${question.key} o --month-first ${question.key}.`;
    case "unit":
      return `«${labelOf(sheet, question.key)}» puede estar en pesos o en millones (${question.examples.join(", ")}): --pesos ${question.key} o --millions ${question.key}.`;
    case "context":
      return `Falta «${labelOf(sheet, question.key)}», que el libro no dice: --value ${question.key}=VALOR.`;
  }
}

function tellColumn({ header, key, candidates }: ProposedColumn, sheet: Sheet): string {
  const others = candidates.filter((one) => one.key !== key).map((one) => one.key);
  const guess = key === null ? "propia" : `«${labelOf(sheet, key)}»`;
  const more = others.length > 0 ? `, o ${others.join(", ")}` : "";
  return `La columna «${header}» parece ${guess}${more}: --column "${header}=${key ?? "-"}" o "${header}=-".`;
}

const labelOf = (sheet: Sheet, key: string): string => sheet.columns[key]?.label ?? key;
