import type { Cell } from "../../shared/model/value.ts";
import type { LocatedTable } from "./locate-table.ts";
import type { Origin, OriginMerge } from "./registry.ts";
import { placeOfMerge, restoreMerge, untaken, type CellAt } from "./restore-cells.ts";

/** Merges the staff's cells again, where their columns still stand side by side and nobody wrote over them since. */
export async function restoreMerges(
  context: Excel.RequestContext,
  { sheet, top, rows }: LocatedTable,
  origin: Origin,
  columnAt: (at: number) => number | undefined,
): Promise<void> {
  const merges = origin.merges.flatMap((merge) => {
    const column = columnAt(merge.column);
    if (column === undefined || !standTogether(merge, column, columnAt)) return [];
    return [{ merge, column, header: headerOf(sheet, top, column, merge) }];
  });
  const said = await readColumns(context, { sheet, top, rows }, mergedColumns(origin), columnAt);
  const { cellAt, take } = untaken(said);
  for (const { merge, column, header } of merges) {
    if (header) {
      if (isFree(header)) restoreMerge(sheet, top + merge.row, column, merge);
      continue;
    }
    const place = placeOfMerge(merge, { rows, originRows: origin.rows, cellAt });
    if (!place) continue;
    take({ ...merge, ...place });
    restoreMerge(sheet, top + 1 + place.row, column, { ...merge, rows: place.rows });
  }
  await context.sync();
}

/** Whether the columns that were merged still stand side by side: what people put between them is not merged over. */
function standTogether(
  { column: at, columns }: OriginMerge,
  first: number,
  columnAt: (at: number) => number | undefined,
): boolean {
  return Array.from({ length: columns }, (_, next) => columnAt(at + next) ?? first + next).every(
    (column, next) => column === first + next,
  );
}

/** The cells of a merge above the data, to be asked what they hold; undefined for one among the data. */
function headerOf(
  sheet: Excel.Worksheet,
  top: number,
  column: number,
  { row, rows, columns }: OriginMerge,
): Excel.Range | undefined {
  if (row > 0) return undefined;
  return sheet.getRangeByIndexes(top + row, column, rows, columns).load({ values: true });
}

/** Whether nothing but the first of some cells holds anything. */
function isFree({ values }: Excel.Range): boolean {
  const [, ...others] = (values as readonly (readonly Cell[])[]).flat();
  return others.every((cell) => cell === "");
}

/** The staff's columns in which cells were merged below the header. */
function mergedColumns({ merges }: Origin): readonly number[] {
  const found = merges
    .filter(({ row }) => row > 0)
    .flatMap(({ column, columns }) => Array.from({ length: columns }, (_, at) => column + at));
  return [...new Set(found)];
}

async function readColumns(
  context: Excel.RequestContext,
  { sheet, top, rows }: Pick<LocatedTable, "sheet" | "top" | "rows">,
  wanted: readonly number[],
  columnAt: (at: number) => number | undefined,
): Promise<CellAt> {
  const read = new Map(
    wanted.flatMap((at) => {
      const column = columnAt(at);
      if (column === undefined) return [];
      return [[at, sheet.getRangeByIndexes(top + 1, column, rows, 1).load({ values: true })] as const];
    }),
  );
  await context.sync();
  return (row, at) => {
    const line: readonly Cell[] | undefined = read.get(at)?.values[row];
    return line?.[0];
  };
}
