import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { writeMatrixCells, type CellEdit } from "./matrix-cells.ts";
import { noEntry, saveMatrixEntries, type MatrixEntry } from "./matrix-part.ts";
import { isBlank, nameOf, type MatrixCell } from "./matrix-named.ts";
import type { MatrixReading } from "./read-matrix.ts";
import type { LinkRecord } from "./registry.ts";
import type { CellWrite, RowWrite } from "./table-row.ts";

/** A matrix that is written to: as the rows were read, and as it stands now. */
export interface MatrixWork {
  readonly sheet: Sheet;
  readonly link: LinkRecord;
  readonly world: Context;
  readonly before: MatrixReading;
  readonly reading: MatrixReading;
}

/**
 * Writes into records of a matrix wherever they stand by now. A write with a reference says what the service has: where
 * it says another line or month, the record moves there, and labels stay. A write without one is somebody's typing, in a
 * label too. Cells go first and references after them, so that what is interrupted is sent again and nothing else.
 * Gives the writes that were not carried out.
 */
export async function writeMatrix(
  context: Excel.RequestContext,
  work: MatrixWork,
  writes: readonly RowWrite[],
): Promise<readonly RowWrite[]> {
  const planned = new Map(writes.map((write) => [write, plan(work, write)]));
  const edits = uniqueEdits([...planned.values()].flatMap((one) => one?.edits ?? []));
  const { worksheetId, grid } = work.reading;
  const refused = await writeMatrixCells(context, worksheetId, grid, [...edits.values()]);
  const places = new Set([...refused].map(placeKey));
  const entries = new Map(work.reading.entries);
  const lost: RowWrite[] = [];
  for (const [write, one] of planned) {
    if (!one || one.edits.some((edit) => places.has(placeKey(edit)))) lost.push(write);
    else for (const [name, entry] of one.entries) setEntry(entries, name, entry);
  }
  await saveMatrixEntries(context, work.link.id, entries);
  return lost;
}

/** What a write does: cells, and what is kept under the names of records. */
interface Planned {
  readonly edits: readonly CellEdit[];
  readonly entries: readonly (readonly [string, MatrixEntry])[];
}

/** Undefined where the record is gone or says something else by now. */
function plan(work: MatrixWork, write: RowWrite): Planned | undefined {
  const cell = cellNow(work, write);
  if (!cell || cell.reference !== write.expects) return undefined;
  const { reference, cells = [] } = write;
  if (reference !== undefined && cells.some(({ column }) => column !== cell.value))
    return move(work, cell, reference, cells);
  const edits = cells.map((one) => editOf(work.sheet, cell, one));
  const known = edits.flatMap((edit) => (edit === undefined || edit === "carried" ? [] : [edit]));
  if (edits.includes(undefined)) return undefined;
  const isAnswered = reference !== undefined && cell.reference !== "";
  const said = cells.flatMap(({ column, becomes }) =>
    column === work.sheet.versioning?.reason ? [[column, String(becomes)] as const] : [],
  );
  const entry: MatrixEntry = {
    reference: reference ?? cell.reference,
    carried: isAnswered ? {} : { ...cell.carried, ...Object.fromEntries(said) },
    of: cells.find(({ column }) => column === cell.value)?.becomes ?? cell.cell,
  };
  return { edits: known, entries: [[cell.name, entry]] };
}

/** The record that a row was, where it stands now. */
function cellNow({ before, reading }: MatrixWork, { position }: RowWrite): MatrixCell | undefined {
  const name = before.cells[position]?.name;
  return reading.cells.find((cell) => cell.name === name);
}

/** The cell that a column of a record has; undefined where it has none, or holds a formula. */
function editOf(sheet: Sheet, cell: MatrixCell, write: CellWrite): CellEdit | "carried" | undefined {
  const { column, was, becomes, format } = write;
  if (column === sheet.versioning?.reason) return "carried";
  const place = column === cell.value ? { row: cell.row, column: cell.column } : cell.places.get(column);
  if (!place || (column === cell.value && cell.hasFormula)) return undefined;
  return { ...place, was, becomes, ...(format === undefined ? {} : { format }) };
}

/** The service has the record under another line or month: it goes there if that cell is blank, and leaves this one. */
function move(
  { sheet, reading, world }: MatrixWork,
  cell: MatrixCell,
  reference: string,
  cells: readonly CellWrite[],
): Planned | undefined {
  if (cell.hasFormula) return undefined;
  const becomes = { ...cell.cells, ...Object.fromEntries(cells.map((one) => [one.column, one.becomes])) };
  const name = nameOf(sheet, becomes, world);
  const there = reading.cells.find((other) => other.name === name && isBlank(other));
  const emptied: CellEdit = { row: cell.row, column: cell.column, was: cell.cell, becomes: "" };
  const left = [cell.name, noEntry] as const;
  const value = there?.value === undefined ? "" : (becomes[there.value] ?? "");
  if (!there || value === "") return { edits: [emptied], entries: [left] };
  const filled: CellEdit = { row: there.row, column: there.column, was: there.cell, becomes: value };
  return { edits: [emptied, filled], entries: [left, [there.name, { ...noEntry, reference }]] };
}

const placeKey = ({ row, column }: CellEdit): string => `${row} ${column}`;

/** One edit a cell: a label belongs to all months of its line. */
function uniqueEdits(edits: readonly CellEdit[]): ReadonlyMap<string, CellEdit> {
  return new Map(edits.map((edit) => [placeKey(edit), edit]));
}

export function setEntry(entries: Map<string, MatrixEntry>, name: string, entry: MatrixEntry): void {
  if (entry.reference === "" && Object.keys(entry.carried).length === 0) entries.delete(name);
  else entries.set(name, entry);
}
