import { columnIndexOf } from "../../shared/text/column-letters.ts";

/** Neighbouring numbers taken together. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** Groups numbers into runs of neighbours, none longer than `longest`. */
export function toSpans(numbers: Iterable<number>, longest = Number.POSITIVE_INFINITY): readonly Span[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other);
  const spans: { first: number; count: number }[] = [];
  for (const number of sorted) {
    const last = spans.at(-1);
    if (last && last.first + last.count === number && last.count < longest) last.count += 1;
    else spans.push({ first: number, count: 1 });
  }
  return spans;
}

/** Tells which cells, from 0, an address such as `B5:D9`, `7:8`, `C:C` or `A1,C3` names. */
export function cellsOfAddress(address: string): (row: number, column: number) => boolean {
  const areas = address.split(",").map(areaOf);
  return (row, column) =>
    areas.some((area) => area !== undefined && isBetween(row, area.rows) && isBetween(column, area.columns));
}

type Bounds = readonly [first: number, last: number];

/** The rows and columns of one area; no bounds where it names whole columns or rows, undefined where nothing known. */
function areaOf(text: string): { readonly rows?: Bounds; readonly columns?: Bounds } | undefined {
  const parts = /^(?:.*!)?\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, column = "", row = "", lastColumn = column, lastRow = row] = parts;
  return {
    ...(row === "" ? {} : { rows: [Number(row) - 1, Number(lastRow) - 1] }),
    ...(column === "" ? {} : { columns: [columnIndexOf(column), columnIndexOf(lastColumn)] }),
  };
}

const isBetween = (number: number, bounds: Bounds | undefined): boolean =>
  bounds === undefined || (number >= bounds[0] && number <= bounds[1]);

/** The rows, from 0, of an address such as `B5:D9`, `7:8` or `A1,C3`; undefined where it names whole columns or nothing known. */
export function rowsOfAddress(address: string): readonly Span[] | undefined {
  const areas = address
    .split(",")
    .map((area) => /^(?:.*!)?\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?$/.exec(area.trim()));
  const spans = areas.flatMap((parts) => {
    if (!parts) return [];
    const first = Number(parts[1]) - 1;
    return [{ first, count: Number(parts[2] ?? parts[1]) - first }];
  });
  return spans.length === areas.length ? spans : undefined;
}
