import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { LinkState } from "./link-state.ts";
import { pullPages } from "./pull-pages.ts";

/** A row as the service has it now. */
export interface ServiceRow {
  readonly version: number;
  readonly values: Row;
}

/** The ids that a table showed and now lacks. Absence is not deletion: a person decides about each. */
export function vanishedIds({ known, rows }: LinkState): readonly string[] {
  const present = new Set(rows.map((row) => row.known.id));
  return [...known.keys()].filter((id) => !present.has(id));
}

/** All rows of a record that the person may see, by id. */
export async function fetchRows(
  sheet: Sheet,
  schema: string,
  api: Pick<Api, "pull">,
  signal: AbortSignal,
): Promise<{ readonly rows: ReadonlyMap<string, ServiceRow>; readonly failure: ApiFailure | null }> {
  const everything = { schema, sheet: sheet.id, since: null };
  const { pages, failure } = await pullPages(everything, { api, signal, received: () => undefined });
  const rows = new Map<string, ServiceRow>();
  for (const page of pages) {
    for (const { id, version, values } of page.rows) {
      const row = Object.fromEntries(page.columns.map((key, at) => [key, values[at] ?? null]));
      rows.set(id, { version, values: row });
    }
    for (const { id } of page.removed) rows.delete(id);
  }
  return { rows, failure };
}
