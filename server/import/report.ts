import type { Sheet } from "../../shared/model/sheet.ts";
import type { LeftRow } from "./import-table.ts";
import { issueWords } from "./issue-words.ts";
import type { FileOutcome } from "./run-import.ts";

const head = ["Archivo", "Hoja", "Fila", "Columna", "Escrito", "Por qué"];

const answers: Readonly<Record<Exclude<LeftRow["why"], readonly unknown[]>, string>> = {
  conflict: "ya estaba y alguien la cambió después",
  forbidden: "la cuenta no puede escribir esta fila",
  locked: "ya estaba y está validada",
  gone: "se importó antes y fue anulada",
};

/** The rows that were not imported as CSV that Excel in Spanish opens: a line each thing that is wrong. */
export function reportOf(outcomes: readonly FileOutcome[]): string {
  const lines = outcomes.flatMap(({ reading, tables }) =>
    tables.flatMap(({ sheet, worksheet, left }) =>
      left.flatMap((row) => linesOf(sheet, row).map((line) => [reading.name, worksheet, ...line])),
    ),
  );
  return `\uFEFF${[head, ...lines].map((line) => line.map(field).join(";")).join("\r\n")}\r\n`;
}

function linesOf(sheet: Sheet, { row, why, typed }: LeftRow): readonly (readonly string[])[] {
  const place = String(row + 1);
  if (typeof why === "string") return [[place, "", "", answers[why]]];
  return why.map(({ column, code }) => [
    place,
    sheet.columns[column]?.label ?? column,
    typed[column] ?? "",
    issueWords[code],
  ]);
}

/** What people wrote is text: a spreadsheet that opens the report calculates nothing of it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
