import { isTyped } from "../../shared/model/column.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { optionsByColumn, styleColumnCells } from "./column-style.ts";
import { prepareDropdowns } from "./dropdowns.ts";
import type { LinkLayout } from "./link-layout.ts";
import type { Span } from "./spans.ts";

/** More pieces than this are looked at as one that reaches from the first to the last. */
const mostPieces = 20;

/**
 * Gives rows of a format back the number formats and dropdowns that a paste took from them. The staff's own sheets keep
 * theirs, whatever they are. Nothing is written where nothing is missing.
 */
export async function restoreDress(
  context: Excel.RequestContext,
  layout: LinkLayout,
  sheet: Sheet,
  world: Context,
  places: readonly Span[],
): Promise<void> {
  const pieces = piecesOf(places, layout.located.rows);
  if (layout.isStaffs || pieces.length === 0) return;
  const options = optionsByColumn(sheet, layout.columns.keys(), world);
  const looked = [...layout.columns]
    .filter(([key]) => isTyped(columnOf(sheet, key)))
    .flatMap(([key, column]) => pieces.map((piece) => ({ key, cells: cellsOf(layout, column, piece) })))
    .map(({ key, cells }) => ({
      key,
      cells: cells.load({ numberFormat: true }),
      validation: cells.dataValidation.load({ type: true }),
    }));
  await context.sync();
  const bare = looked.filter(({ key, cells, validation }) => {
    const wanted = columnOf(sheet, key).kind.layout.numberFormat;
    const keepsFormat = cells.numberFormat.every(([format]) => format === wanted);
    return !keepsFormat || (options.has(key) && validation.type !== "List");
  });
  if (bare.length === 0) return;
  const keys = new Set(bare.map(({ key }) => key));
  const dropdowns = await prepareDropdowns(context, new Map([...options].filter(([key]) => keys.has(key))));
  for (const { key, cells } of bare) styleColumnCells(sheet, key, cells, dropdowns.get(key));
  await context.sync();
}

const cellsOf = ({ located }: LinkLayout, column: number, { first, count }: Span): Excel.Range =>
  located.sheet.getRangeByIndexes(located.top + 1 + first, column, count, 1);

function piecesOf(places: readonly Span[], rows: number): readonly Span[] {
  const inTable = places.flatMap(({ first, count }) => {
    const end = Math.min(first + count, rows);
    return end > first ? [{ first, count: end - first }] : [];
  });
  const [start] = inTable;
  const last = inTable.at(-1);
  if (!start || !last || inTable.length <= mostPieces) return inTable;
  return [{ first: start.first, count: last.first + last.count - start.first }];
}
