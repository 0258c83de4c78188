import { limits, type Push, type PushedRow } from "../../shared/contract.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow } from "../../shared/model/value.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { newId } from "./reference.ts";

/** What all pushes of one sending say beside their rows and the act that they belong to. */
export type Envelope = Pick<Push, "schema" | "workbook">;

/** Room for what surrounds the rows in a request. */
const envelopeBytes = 1_024;

/** What a push of one row carries: every column of the table that people fill in, as canonical values, and its notes. */
export function toPushedRow(
  sheet: Sheet,
  row: LocalRow,
  columns: ReadonlySet<string>,
  notes: Pick<PushedRow, "accepted" | "typed" | "settled"> = {},
): PushedRow {
  const values: MutableRow = {};
  for (const [key] of typedColumns(sheet)) {
    if (columns.has(key)) values[key] = row.reading.values[key] ?? null;
  }
  return { sheet: sheet.id, id: row.known.id, base: row.known.version, values, ...notes };
}

/** Splits rows into pushes that keep the service's limits of rows and bytes, in order. */
export function planPushes(rows: readonly PushedRow[], envelope: Envelope): readonly Push[] {
  return chunkRows(rows).map((chunk) => ({ pushId: newId(), ...envelope, rows: [...chunk] }));
}

function chunkRows(rows: readonly PushedRow[]): readonly (readonly PushedRow[])[] {
  const chunks: PushedRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const bytes = byteLength(JSON.stringify(row)) + 1;
    const chunk = chunks.at(-1);
    if (chunk && chunk.length < limits.pushRows && bytes <= room) {
      chunk.push(row);
      room -= bytes;
    } else {
      chunks.push([row]);
      room = limits.bodyBytes - envelopeBytes - bytes;
    }
  }
  return chunks;
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
