import { isError } from "../../shared/model/issue.ts";
import { written } from "../excel/es.ts";
import { conflictMark, wrongMark } from "../excel/row-status.ts";
import type { CellWrite, RowWrite } from "../excel/table-row.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { issuesOf, statusOf, type LinkState } from "./link-state.ts";
import { openFields } from "./open-conflicts.ts";
import { decodeReference, encodeReference } from "./reference.ts";

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
  const byPosition = new Map(state.rows.map((row) => [row.position, row]));
  const rows = state.rows.flatMap((row) => {
    const reference = referenceOf(row, byPosition, named);
    return rowWrite(state, row, cells.get(row.known.id) ?? [], reference);
  });
  return [...rows, ...emptiedWrites(state)];
}

function rowWrite(
  state: LinkState,
  row: LocalRow,
  cells: readonly CellWrite[],
  reference: string,
): readonly RowWrite[] {
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

function referenceOf(row: LocalRow, byPosition: ReadonlyMap<number, LocalRow>, named: boolean): string {
  if (row.copyOf !== null) return copiedReference(row, byPosition.get(row.copyOf));
  return row.unnamed && !named ? row.reference : encodeReference(row.known);
}

/**
 * What a copy goes on saying: what it repeats. Where a restored service lost the version of it, the copy would otherwise
 * be taken for the row itself from now on, and for one that the service has.
 */
function copiedReference({ reference }: LocalRow, original: LocalRow | undefined): string {
  const copied = decodeReference(reference);
  if (!copied || original?.known.id !== copied.id) return reference;
  const { known, dirty } = original;
  const isAhead = copied.version > known.version || (copied.version === known.version && dirty);
  return isAhead ? encodeReference({ ...copied, version: 0 }) : reference;
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
