import { isError } from "../../shared/model/issue.ts";
import { written } from "../excel/es.ts";
import { conflictMark, wrongMark } from "../excel/row-status.ts";
import type { CellWrite, RowWrite } from "../excel/table-row.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { issuesOf, statusOf, type LinkState } from "./link-state.ts";
import { openFields } from "./open-conflicts.ts";
import { encodeReference } from "./reference.ts";

/**
 * What has to be written so that references, statuses and marks say how the rows stand, and the given cells what the
 * service answered. Rows that already say so are left alone. `named` is false while nothing is to be sent: rows that
 * have no reference yet stay without.
 */
export function planRowWrites(
  state: LinkState,
  {
    cells = new Map(),
    named = true,
  }: { readonly cells?: ReadonlyMap<string, readonly CellWrite[]>; readonly named?: boolean } = {},
): readonly RowWrite[] {
  const rows = state.rows.flatMap((row) => rowWrite(state, row, cells.get(row.known.id) ?? [], named));
  return [...rows, ...emptiedWrites(state)];
}

function rowWrite(
  state: LinkState,
  row: LocalRow,
  cells: readonly CellWrite[],
  named: boolean,
): readonly RowWrite[] {
  const keepsReference = row.copyOf !== null || (row.unnamed && !named);
  const reference = keepsReference ? row.reference : encodeReference(row.known);
  const status = written.status[statusOf(state, row)];
  const marks = marksOf(state, row);
  const write = {
    ...(reference === row.reference ? {} : { reference }),
    ...(status === row.status ? {} : { status }),
    ...(marks === row.marks ? {} : { marks }),
    ...(cells.length === 0 ? {} : { cells }),
  };
  if (Object.keys(write).length === 0) return [];
  return [{ position: row.position, expects: row.reference, ...write }];
}

/** A blank row says nothing: what is typed there next is another row. */
export function emptiedWrites({ emptied }: LinkState): readonly RowWrite[] {
  return [...emptied].map(([position, expects]) => ({
    position,
    expects,
    reference: "",
    status: "",
    marks: "",
  }));
}

/** Headers of wrong columns and of those in conflict, each between its signs, for the table's marking rules. */
function marksOf(state: LinkState, row: LocalRow): string {
  const { known } = row;
  const headers = state.shape?.headers;
  const wrong = issuesOf(state, known.id)
    .filter(isError)
    .map(({ column }) => headers?.get(column));
  const disputed = openFields(state.conflicts.get(known.id), row).map(({ column }) => headers?.get(column));
  return [...signs(wrong, wrongMark), ...signs(disputed, conflictMark)].join("");
}

function signs(
  headers: readonly (string | undefined)[],
  mark: (header: string) => string,
): readonly string[] {
  return [...new Set(headers)].flatMap((header) => (header === undefined ? [] : [mark(header)]));
}
