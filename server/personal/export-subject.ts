import { readableColumns, type Person } from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { momentText } from "../audit/moment-text.ts";
import { recordEvent } from "../audit/record-event.ts";
import { keptFileOf } from "../db/audited-lines.ts";
import type { Session } from "../db/database.ts";
import { valuesOfText } from "../db/load-rows.ts";
import { readEntered, readFiles, readRows } from "../db/personal-rows.ts";
import { judgingContext } from "../judging-context.ts";
import type { Service } from "../service-parts.ts";
import { findSubject, type FoundSubject, type Subject } from "./find-subject.ts";

/** A table of texts, as it is handed to the person. */
export interface ToldTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export type ToldSubject =
  | Extract<FoundSubject, { readonly ok: false }>
  | {
      readonly ok: true;
      readonly tables: readonly ToldTable[];
      readonly rows: number;
      readonly doubtful: number;
    };

/**
 * All that the company keeps of a person, in words (Ley 1581 de 2012, art. 8 a and f): their rows, what happened to them
 * and the files, as far as whoever answers them may read. The audit keeps that it was handed out.
 */
export async function exportSubject(
  service: Pick<Service, "database" | "sheets" | "accounts">,
  { words, by, at }: { readonly words: string; readonly by: Person; readonly at: Date },
): Promise<ToldSubject> {
  const found = await findSubject(service.database, service.sheets, words);
  if (!found.ok) return found;
  const context = await judgingContext(service, at);
  const tables: ToldTable[] = [];
  for (const [sheet, ids] of found.subject.rows)
    tables.push(...(await tablesOf(service.database, sheet, ids, { by, context })));
  const rows = rowsOf(found.subject);
  await recordEvent(service.database, {
    kind: "personal-data-exported",
    by: by.id,
    about: null,
    at,
    details: { rows: [...rows] },
  });
  return { ok: true, tables, rows: rows.length, doubtful: found.subject.doubtful };
}

const rowsOf = ({ rows }: Subject): readonly [string, string][] =>
  [...rows].flatMap(([sheet, ids]) => ids.map((id): [string, string] => [sheet.id, id]));

interface Telling {
  readonly by: Person;
  readonly context: Context;
}

async function tablesOf(
  session: Pick<Session, "read">,
  sheet: Sheet,
  ids: readonly string[],
  { by, context }: Telling,
): Promise<readonly ToldTable[]> {
  const columns = readableColumns(sheet, by.role);
  if (columns.length === 0) return [];
  const rows = await readRows(session, sheet, ids);
  const revisions = await readEntered(session, sheet, ids);
  const files = await readFiles(session, sheet.id, ids);
  const place = new Map(rows.map(({ id }, index) => [id, String(index + 1)]));
  const { nameOf } = context.people;
  const display = (key: string, row: Row) => displayed(sheet, key, row, context);
  return [
    {
      title: sheet.label,
      head: ["Fila", ...columns.map((key) => columnOf(sheet, key).label), "Anulada"],
      lines: rows.map(({ values, voided }, index) => {
        const whole = computeRow(sheet, values, context);
        return [String(index + 1), ...columns.map((key) => display(key, whole)), voided ? "Sí" : "No"];
      }),
    },
    {
      title: `Historia de ${sheet.label}`,
      head: ["Fila", "Fecha y hora", "Quién", "Columna", "Antes", "Después"],
      lines: revisions.flatMap(({ revision }) => {
        const [before, after] = [valuesOfText(revision.before), valuesOfText(revision.after)];
        return columns
          .filter((key) => Object.hasOwn(after, key))
          .map((key) => [
            place.get(revision.row) ?? "",
            momentText(new Date(revision.at)),
            nameOf(revision.by),
            columnOf(sheet, key).label,
            display(key, before),
            display(key, after),
          ]);
      }),
    },
    {
      title: `Archivos de ${sheet.label}`,
      head: ["Fila", "Fecha y hora", "Quién", "Archivo", "Retirado"],
      lines: files.map(({ row }) => {
        const file = keptFileOf(row);
        const removed = row["removedAt"] === null ? "No" : "Sí";
        return [
          place.get(file.row) ?? "",
          momentText(new Date(file.at)),
          nameOf(file.by),
          file.name,
          removed,
        ];
      }),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function displayed(sheet: Sheet, key: string, row: Row, context: Context): string {
  const value = row[key] ?? null;
  return value === null ? "" : columnOf(sheet, key).kind.display(value, context);
}
