import { eventLabels } from "../../shared/model/audited-event.ts";
import type { Context } from "../../shared/model/kind.ts";
import { personalColumns } from "../../shared/model/personal.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row, Value } from "../../shared/model/value.ts";
import { valuesOfText } from "../db/load-rows.ts";
import type { ReadEntry } from "../db/read-chain.ts";
import { textOf, textOrNullOf, type SqlRow } from "../db/statement.ts";
import { anonymisedKey, statusKey, voidedKey } from "../sync/stored-row.ts";
import { detailWords } from "./detail-words.ts";
import { momentText } from "./moment-text.ts";

/** The columns of an export for people. */
export const toldHead = [
  "Entrada",
  "Fecha y hora",
  "Quién",
  "Qué",
  "Sobre quién",
  "Registro",
  "Fila",
  "Detalle",
  "Libro",
  "Huella",
] as const;
export type ToldEntry = readonly string[];

const withheld = "(motivo en el .jsonl)";

interface Telling {
  readonly sheets: readonly Sheet[];
  readonly context: Context;
}

/** When what an entry tells of happened; 1970 where its line is not there any more, which a check of the audit finds. */
export const momentOf = ({ line }: ReadEntry): Date => new Date(line ? textOf(line, "at") : 0);

/**
 * An entry in words. Personal data are left out: that a column with some changed is told, not from what to what, of a file
 * no name, and no reason where one may name somebody.
 */
export function toldEntry(entry: ReadEntry, telling: Telling): ToldEntry {
  const { line, n, hash } = entry;
  if (!line) return [String(n), "", "", "Ya no está lo que esta entrada cuenta", "", "", "", "", "", hash];
  const { what, about = "", sheet, row = "", detail, workbook = "" } = toldLine(entry.kind, line, telling);
  const by = textOrNullOf(line, "by");
  return [
    String(n),
    momentText(momentOf(entry)),
    by === null ? "" : telling.context.people.nameOf(by),
    what,
    about,
    sheet === undefined ? "" : (sheetOf(sheet, telling)?.label ?? sheet),
    row,
    detail,
    workbook,
    hash,
  ];
}

const events: Readonly<Record<string, string>> = eventLabels;
const standings: Readonly<Record<string, string>> = {
  sent: "Fila enviada de nuevo",
  validated: "Fila validada",
  returned: "Fila devuelta",
};

interface ToldLine {
  readonly what: string;
  readonly about?: string;
  readonly sheet?: string;
  readonly row?: string;
  readonly detail: string;
  readonly workbook?: string;
}

function toldLine(kind: ReadEntry["kind"], line: SqlRow, telling: Telling): ToldLine {
  if (kind === "event") return toldEvent(line, telling);
  const place = {
    sheet: textOf(line, "sheet"),
    row: textOf(line, "row"),
    workbook: textOf(line, "workbook"),
  };
  if (kind === "attachment")
    return { ...place, what: "Archivo adjuntado", detail: `${textOf(line, "type")}, ${line["bytes"]} bytes` };
  return { ...place, ...toldRevision(line, sheetOf(place.sheet, telling), telling) };
}

function toldEvent(line: SqlRow, telling: Telling): ToldLine {
  const kind = textOf(line, "kind");
  const about = textOrNullOf(line, "about");
  return {
    what: events[kind] ?? kind,
    ...(about === null ? {} : { about: telling.context.people.nameOf(about) }),
    // Whoever removes a file says of whom it was.
    detail: detailWords(
      textOf(line, "details"),
      telling.sheets,
      kind === "file-removed" ? { reason: withheld } : {},
    ),
  };
}

function toldRevision(line: SqlRow, sheet: Sheet | undefined, { context }: Telling) {
  const [before, after] = [valuesOfText(textOf(line, "before")), valuesOfText(textOf(line, "after"))];
  const changes = Object.keys(after).flatMap((key) => {
    const column = sheet?.columns[key];
    if (!column) return [];
    if (column.personal !== undefined) return [`${column.label}: cambió`];
    const say = (value: Value | undefined) =>
      value === null || value === undefined ? "vacío" : column.kind.display(value, context);
    return [`${column.label}: ${say(before[key])} → ${say(after[key])}`];
  });
  const reason = reasonOf(line, sheet);
  const told = [`Versión ${line["version"]}`, ...changes, ...(reason === null ? [] : [`Motivo: ${reason}`])];
  return { what: deedOf(after), detail: told.join("\n") };
}

/** Where rows hold personal data, whoever says why a row was changed may name the person. */
function reasonOf(line: SqlRow, sheet: Sheet | undefined): string | null {
  const reason = textOrNullOf(line, "reason");
  return reason === null || (sheet && personalColumns(sheet).length === 0) ? reason : withheld;
}

function deedOf(after: Row): string {
  if (anonymisedKey in after) return "Datos del titular anonimizados";
  if (voidedKey in after) return after[voidedKey] === 1 ? "Fila anulada" : "Fila recuperada";
  return standings[String(after[statusKey])] ?? "Cambio de fila";
}

const sheetOf = (id: string, { sheets }: Telling) => sheets.find((sheet) => sheet.id === id);
