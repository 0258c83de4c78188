import { limits, type PushedRow } from "../../shared/contract.ts";
import { isError, type Issue } from "../../shared/model/issue.ts";
import { atColumn, type Context } from "../../shared/model/kind.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow } from "../../shared/model/value.ts";
import type { ProposedRow } from "../../shared/recognition/read-proposal.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { contentOf, idOf, type Standing } from "./row-identity.ts";

/** A row that may be pushed, and where it stands. */
export interface ReadyRow {
  readonly row: number;
  readonly pushed: PushedRow;
  /** Its cells say it in another way than it is kept. */
  readonly repaired: boolean;
}

/** A row that stays out, with what is wrong. */
export interface BadRow {
  readonly row: number;
  readonly issues: readonly Issue[];
  readonly typed: Readonly<Record<string, string>>;
}

export interface SortedRows {
  readonly ready: readonly ReadyRow[];
  readonly bad: readonly BadRow[];
  /** Rows that were understood, but with a remark on how; one of them could be read in another way. */
  readonly doubtful: readonly BadRow[];
  /** How many are there already. */
  readonly duplicates: number;
}

/** Sorts the rows of a table into those to push, those that are wrong, and those that are there already. */
export function sortRows(
  sheet: Sheet,
  rows: readonly ProposedRow[],
  context: Context,
  standing: Standing,
  acceptsDoubts: boolean,
): SortedRows {
  const ready: ReadyRow[] = [];
  const bad: BadRow[] = [];
  const doubtful: BadRow[] = [];
  const places = new Map<string, number>();
  let duplicates = 0;
  for (const proposed of rows) {
    const content = contentOf(sheet, proposed.reading.values);
    const isRead = Object.keys(proposed.reading.unread).length === 0;
    const place = (places.get(content) ?? 0) + 1;
    if (isRead) places.set(content, place);
    const id = idOf(sheet, content, place);
    const isThere = (standing.counts.get(content) ?? 0) >= place || standing.ids.has(id);
    const errors = proposed.issues.filter(isError);
    if (isRead && isThere) duplicates += 1;
    else if (errors.length > 0) bad.push({ row: proposed.row, issues: errors, typed: textsOf(proposed) });
    else if (proposed.reading.issues.length > 0 && !acceptsDoubts)
      doubtful.push({ row: proposed.row, issues: proposed.reading.issues, typed: textsOf(proposed) });
    else ready.push(readyRow(sheet, proposed, context, id));
  }
  return { ready, bad, doubtful, duplicates };
}

function readyRow(sheet: Sheet, proposed: ProposedRow, context: Context, id: string): ReadyRow {
  const values: MutableRow = {};
  const typed: Record<string, string> = {};
  for (const [key, { kind }] of typedColumns(sheet)) {
    const cell = proposed.cells[key];
    if (cell === undefined) continue;
    const value = proposed.reading.values[key] ?? null;
    values[key] = value;
    if (typeof cell !== "string" || value === null) continue;
    const shown = [kind.write(value, atColumn(context, key)), kind.display(value, context)];
    if (!shown.includes(tidy(cell))) typed[key] = cell.slice(0, limits.typedCharacters);
  }
  const repaired = Object.keys(typed).length > 0;
  return {
    row: proposed.row,
    repaired,
    pushed: { sheet: sheet.id, id, base: 0, values, ...(repaired ? { typed } : {}) },
  };
}

const textsOf = ({ cells }: ProposedRow): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, String(cell)]));
