import type { Person } from "../../shared/model/access.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";

/** A table of texts, as it is handed to the person. */
export interface ToldTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** Who hands it out, and what values are told with. */
export interface Telling {
  readonly by: Person;
  readonly context: Context;
}

/** What a row says in a column, in words; empty where it says nothing. */
export function displayed(sheet: Sheet, key: string, row: Row, context: Context): string {
  const value = row[key] ?? null;
  return value === null ? "" : columnOf(sheet, key).kind.display(value, context);
}
