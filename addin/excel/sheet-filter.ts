import { controlCount } from "./control-columns.ts";
import type { Origin } from "./registry.ts";

/** A worksheet's own filter that was taken off, as a table has one of its own. */
export interface TakenFilter {
  /** The columns that it reached over, from the first of the staff's; null where there was none. */
  readonly reach: Origin["filter"];
  /** Filters the table as the worksheet was filtered. */
  handOver(table: Excel.Table): Promise<void>;
  /** Puts it where it was, after all. */
  giveBack(): void;
}

/** Takes the worksheet's own filter off where it lies over the list that is to be a table. */
export async function withoutSheetFilter(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  list: { readonly top: number; readonly left: number },
): Promise<TakenFilter> {
  const filter = worksheet.autoFilter.load({ enabled: true, criteria: true });
  const range = filter.getRangeOrNullObject().load({ rowIndex: true, columnIndex: true, columnCount: true });
  await context.sync();
  if (!filter.enabled || range.isNullObject || range.rowIndex !== list.top)
    return { reach: null, handOver: async () => undefined, giveBack: () => undefined };
  const criteria: readonly (Excel.FilterCriteria | null)[] = filter.criteria;
  const reach = { column: range.columnIndex - list.left, columns: range.columnCount };
  filter.remove();
  await context.sync();
  return {
    reach,
    giveBack: () => filterCells(worksheet, range, criteria),
    async handOver(table) {
      table.showFilterButton = true;
      for (const [at, criterion] of criteria.entries()) {
        if (!criterion?.filterOn) continue;
        table.columns.getItemAt(controlCount + reach.column + at).filter.apply(criterion);
      }
      await context.sync();
    },
  };
}

/** What a table's columns let through, in order, before it becomes cells again. */
export async function criteriaOf(
  context: Excel.RequestContext,
  table: Excel.Table,
): Promise<readonly (Excel.FilterCriteria | null)[]> {
  const filter = table.autoFilter.load({ criteria: true });
  await context.sync();
  return filter.criteria;
}

/** Gives cells the worksheet's own filter again, with what each column lets through. */
export function filterCells(
  worksheet: Excel.Worksheet,
  cells: Excel.Range,
  criteria: readonly (Excel.FilterCriteria | null)[],
): void {
  worksheet.autoFilter.apply(cells);
  for (const [at, criterion] of criteria.entries())
    if (criterion?.filterOn) worksheet.autoFilter.apply(cells, at, criterion);
}
