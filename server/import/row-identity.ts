import { createHash } from "node:crypto";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";

/** What a row says in all that people fill in, so that the same row is known wherever it stands. */
export function contentOf(sheet: Sheet, values: Row): string {
  return JSON.stringify(typedColumns(sheet).map(([key]) => values[key] ?? null));
}

/** The id of an imported row: the nth of a file that says the same has the same id in every run and in every copy. */
export function idOf(sheet: Sheet, content: string, place: number): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([sheet.id, content, place]))
    .digest("hex");
  return digest.slice(0, 32);
}

/** Which rows of a record are there already, by what they say and by the id that an import gives. */
export interface Standing {
  /** How many rows say the same. */
  readonly counts: Map<string, number>;
  readonly ids: Set<string>;
}

/** The rows of a record that stand in the service. */
export function standingOf(
  sheet: Sheet,
  rows: readonly { readonly id: string; readonly values: Row }[],
): Standing {
  const counts = new Map<string, number>();
  for (const { values } of rows) {
    const content = contentOf(sheet, values);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return { counts, ids: new Set(rows.map(({ id }) => id)) };
}
