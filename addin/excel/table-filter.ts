import type { LocatedTable } from "./locate-table.ts";

/**
 * Works on a table while no filter hides any of its rows, as Excel deletes none then, and filters it again as the person
 * had it: also where the work fails.
 */
export async function withoutFilter(
  context: Excel.RequestContext,
  located: LocatedTable,
  work: (unfiltered: LocatedTable) => Promise<void>,
): Promise<void> {
  if (!located.filtered) return work(located);
  const { table, columns } = located;
  const filters = columns.map(({ id }) => table.columns.getItem(id).filter.load({ criteria: true }));
  await context.sync();
  table.clearFilters();
  try {
    await work({ ...located, filtered: false });
  } finally {
    for (const { filter, criteria } of filters.flatMap(filtering)) filter.apply(criteria);
    await context.sync();
  }
}

/** A column's filter with what it lets through, which Excel gives as null where it lets everything through. */
function filtering(filter: Excel.Filter) {
  const criteria: Excel.FilterCriteria | null = filter.criteria;
  return criteria?.filterOn ? [{ filter, criteria }] : [];
}
