import { withEvidentHabits } from "../../shared/model/evident-habits.ts";
import type { Context } from "../../shared/model/kind.ts";
import { isBlankRow, readRow, type CellRow, type RowReading } from "../../shared/model/read-row.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import { createRemembered, type ReadUnder } from "./remembered-readings.ts";
import { standsApart } from "./apart.ts";
import { rowDigest } from "./digest.ts";
import type { TableRow } from "../excel/table-row.ts";
import { decodeReference, newId, unsentReference, type RowReference } from "./reference.ts";

/** A row that holds something, and how it stands towards the service. */
export interface LocalRow extends TableRow {
  readonly known: RowReference;
  /** The id was given just now and stands in no cell yet. */
  readonly unnamed: boolean;
  /**
   * Place of the row that this one repeats, reference and all, where nobody changed it since: a copy that is still to be
   * changed, or what two panes of one workbook both appended. It is no row of its own yet, and keeps the reference.
   */
  readonly copyOf: number | null;
  readonly reading: RowReading;
  readonly digest: string;
  /** The cells no longer say what the service last answered. */
  readonly dirty: boolean;
}

export interface Interpretation {
  readonly rows: readonly LocalRow[];
  /**
   * Rows that are empty but still carry a reference, a status or marks; the reference's text by place. Whatever is typed
   * there next is another row.
   */
  readonly emptied: ReadonlyMap<number, string>;
}

/**
 * Understands the rows of a table: blank ones are left out, rows without a reference get an id, and of rows that share
 * one by copying, the newest keeps it, or the one that still matches its digest; the others become new rows once they are
 * changed. Rows that stand apart are left out. `given` are cells that a title gives to every row.
 */
export function interpretRows(
  sheet: Sheet,
  all: readonly TableRow[],
  columns: ReadonlySet<string>,
  context: Context,
  given: CellRow = {},
): Interpretation {
  const rows = all.filter((row) => !standsApart(row));
  const blank = blankPositions(sheet, rows);
  const filled = rows.filter((row) => !blank.has(row.position));
  const told = withEvidentHabits(
    sheet,
    filled.map(({ cells }) => cells),
    context,
  );
  const form = JSON.stringify([sheet.id, [...columns], told.habits ?? null, given]);
  const readings = filled.map((row) => readDecoded(sheet, row, columns, { context: told, form }, given));
  const owners = ownersByReference(readings);
  return {
    rows: readings.map((row) => toLocal(row, owners)),
    emptied: new Map(
      rows
        .filter((row) => row.reference + row.status + row.marks !== "" && blank.has(row.position))
        .map(({ position, reference }) => [position, reference]),
    ),
  };
}

/** Rows in which nobody typed anything; what the service computed there does not fill them. */
function blankPositions(sheet: Sheet, rows: readonly TableRow[]): ReadonlySet<number> {
  const typed = typedColumns(sheet).map(([key]) => key);
  const isBlank = (row: TableRow) => {
    const known = blankness.get(row);
    if (known !== undefined) return known;
    const blank = isBlankRow(Object.fromEntries(typed.map((key) => [key, row.cells[key] ?? ""])));
    blankness.set(row, blank);
    return blank;
  };
  return new Set(rows.filter(isBlank).map(({ position }) => position));
}

const blankness = new WeakMap<TableRow, boolean>();
const readOnce = createRemembered<Pick<DecodedRow, "reading" | "digest">>();

interface DecodedRow extends TableRow {
  readonly decoded: RowReference | undefined;
  readonly reading: RowReading;
  readonly digest: string;
}

function readDecoded(
  sheet: Sheet,
  row: TableRow,
  columns: ReadonlySet<string>,
  under: ReadUnder,
  given: CellRow,
): DecodedRow {
  const read = readOnce(row, under, () => {
    const reading = readRow(sheet, { ...given, ...row.cells, ...row.carried }, under.context);
    return { reading, digest: rowDigest(sheet, reading, columns) };
  });
  return { ...row, ...read, decoded: decodeReference(row.reference) };
}

/** For each id the row that keeps it: the newest, of those one that is unchanged since the service's answer, else the first. */
function ownersByReference(rows: readonly DecodedRow[]): ReadonlyMap<string, DecodedRow> {
  const owners = new Map<string, DecodedRow>();
  for (const row of rows) {
    if (!row.decoded) continue;
    const owner = owners.get(row.decoded.id);
    if (!owner || claim(row) > claim(owner)) owners.set(row.decoded.id, row);
  }
  return owners;
}

/** A copy of a row that a restored service lost has no claim beside that row itself. */
function claim({ decoded, digest }: DecodedRow): number {
  if (!decoded) return -1;
  const isUnchanged = decoded.digest === (decoded.version === 0 ? "" : digest);
  return decoded.version + (isUnchanged ? 0.5 : 0);
}

function toLocal(row: DecodedRow, owners: ReadonlyMap<string, DecodedRow>): LocalRow {
  const { decoded, ...rest } = row;
  const owner = decoded && owners.get(decoded.id);
  if (decoded && owner === row) {
    const known = decoded.version === 0 ? unsentReference(decoded.id) : decoded;
    return { ...rest, known, unnamed: false, copyOf: null, dirty: known.digest !== row.digest };
  }
  const copyOf = owner && decoded?.digest === row.digest ? owner.position : null;
  return { ...rest, known: unsentReference(newId()), unnamed: true, copyOf, dirty: true };
}
