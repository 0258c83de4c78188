import type { Context } from "../../shared/model/kind.ts";
import { isBlankRow, readRow, type RowReading } from "../../shared/model/read-row.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import { rowDigest } from "./digest.ts";
import type { TableRow } from "../excel/table-row.ts";
import { decodeReference, newId, unsentReference, type RowReference } from "./reference.ts";

/** A row that holds something, and how it stands towards the service. */
export interface LocalRow extends TableRow {
  readonly known: RowReference;
  /** The id was given just now and stands in no cell yet. */
  readonly unnamed: boolean;
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
 * one by copying, the one that still matches its digest keeps it and the others become new rows.
 */
export function interpretRows(
  sheet: Sheet,
  rows: readonly TableRow[],
  columns: ReadonlySet<string>,
  context: Context,
): Interpretation {
  const blank = blankPositions(sheet, rows);
  const filled = rows.filter((row) => !blank.has(row.position));
  const readings = filled.map((row) => readDecoded(sheet, row, columns, context));
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
  const isBlank = ({ cells }: TableRow) =>
    isBlankRow(Object.fromEntries(typed.map((key) => [key, cells[key] ?? ""])));
  return new Set(rows.filter(isBlank).map(({ position }) => position));
}

interface DecodedRow extends TableRow {
  readonly decoded: RowReference | undefined;
  readonly reading: RowReading;
  readonly digest: string;
}

function readDecoded(
  sheet: Sheet,
  row: TableRow,
  columns: ReadonlySet<string>,
  context: Context,
): DecodedRow {
  const reading = readRow(sheet, row.cells, context);
  return {
    ...row,
    decoded: decodeReference(row.reference),
    reading,
    digest: rowDigest(sheet, reading, columns),
  };
}

/** For each id the row that keeps it: unchanged since the service's answer, else the newest, else the first. */
function ownersByReference(rows: readonly DecodedRow[]): ReadonlyMap<string, DecodedRow> {
  const owners = new Map<string, DecodedRow>();
  for (const row of rows) {
    if (!row.decoded) continue;
    const owner = owners.get(row.decoded.id);
    if (!owner || claim(row) > claim(owner)) owners.set(row.decoded.id, row);
  }
  return owners;
}

function claim({ decoded, digest }: DecodedRow): number {
  if (!decoded) return -1;
  return decoded.digest === digest ? Number.MAX_SAFE_INTEGER : decoded.version;
}

function toLocal(row: DecodedRow, owners: ReadonlyMap<string, DecodedRow>): LocalRow {
  const { decoded, ...rest } = row;
  const keeps = decoded !== undefined && owners.get(decoded.id) === row;
  const known = keeps ? decoded : unsentReference(newId());
  return { ...rest, known, unnamed: !keeps, dirty: known.digest !== row.digest };
}
