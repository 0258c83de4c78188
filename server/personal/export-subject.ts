import { readableColumns, type Person } from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
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
import { formerTable } from "./export-former.ts";
import { findSubject, type FoundSubject } from "./find-subject.ts";
import { readFormer } from "./read-former.ts";
import { displayed, type Telling, type ToldTable } from "./told-table.ts";

export type ToldSubject =
  | Extract<FoundSubject, { readonly ok: false }>
  | {
      readonly ok: true;
      readonly tables: readonly ToldTable[];
      readonly rows: number;
      /** Rows that are about somebody else today, of which old versions are told. */
      readonly former: number;
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
  const { subject } = found;
  const telling = { by, context: await judgingContext(service, at) };
  const tables: ToldTable[] = [];
  const former: [string, string][] = [];
  for (const sheet of service.sheets) {
    tables.push(...(await tablesOf(service.database, sheet, subject.rows.get(sheet) ?? [], telling)));
    const before = await readFormer(service.database, sheet, subject);
    tables.push(formerTable(sheet, before, telling));
    former.push(...before.map(({ row }): [string, string] => [sheet.id, row.id]));
  }
  const own = [...subject.rows].flatMap(([sheet, ids]) => ids.map((id): [string, string] => [sheet.id, id]));
  await recordEvent(service.database, {
    kind: "personal-data-exported",
    by: by.id,
    about: null,
    at,
    details: { rows: [...own, ...former] },
  });
  const counts = { rows: own.length, former: former.length, doubtful: subject.doubtful };
  return { ok: true, tables: tables.filter(({ lines }) => lines.length > 0), ...counts };
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
  ];
}
