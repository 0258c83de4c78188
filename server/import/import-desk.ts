import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { World } from "../../shared/recognition/world.ts";
import { readChanges } from "../db/read-changes.ts";
import type { PersonRecord } from "../db/read-people.ts";
import { judgingContext } from "../judging-context.ts";
import { learnedFor } from "../learned-synonyms.ts";
import { tryRows, type Writing } from "../push-rows.ts";
import type { Service } from "../service-parts.ts";
import type { StoredRow } from "../sync/stored-row.ts";

/** What an import of files asks of the service. */
export interface ImportDesk {
  now(): Date;
  /** What recognition knows for that person. */
  world(person: PersonRecord): Promise<World>;
  /** Every row of a record that counts. */
  rowsOf(sheet: Sheet): Promise<readonly StoredRow[]>;
  /** What would be answered to rows; nothing is written. */
  tryAs(writing: Writing, rows: readonly PushedRow[]): Promise<readonly RowAnswer[]>;
}

/** Rows and characters read at once. */
const page = { rows: 5_000, characters: 10_000_000 };

export function createImportDesk(service: Service): ImportDesk {
  return {
    now: () => service.now(),
    async world({ role }) {
      const context = await judgingContext(service, service.now());
      return { sheets: service.sheets, context, learned: await learnedFor(service, role) };
    },
    rowsOf: (sheet) => allRows(service, sheet),
    async tryAs(writing, rows) {
      const result = await tryRows(service, writing, rows);
      if (!result.ok) throw new Error(`the import is malformed at ${result.field}`);
      return result.answer.answers;
    },
  };
}

async function allRows({ database }: Service, sheet: Sheet): Promise<readonly StoredRow[]> {
  const found: StoredRow[] = [];
  let after = 0;
  for (;;) {
    const query = { sheet, after, first: true, own: undefined, from: undefined, ...page };
    const { rows, more } = await readChanges(database, query);
    found.push(...rows);
    const last = rows.at(-1);
    if (!more || !last) return found;
    after = last.seq;
  }
}
