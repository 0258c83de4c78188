import type { Block } from "../address.ts";
import { formatBlock } from "../address.ts";
import type { FilterColumn, SheetFilter, TableFilter } from "../resources.ts";
import { element } from "./xml.ts";

/** The `autoFilter` of a sheet. */
export function sheetFilter(filter: SheetFilter | undefined): string {
  return filter ? autoFilter(filter.ref, filter.filterColumns ?? []) : "";
}

/** The `autoFilter` of a table; a total line is not part of it. */
export function tableFilter(
  range: Block,
  hasFooter: boolean,
  filters: (TableFilter | null | undefined)[],
): string {
  const columns = filters.flatMap((filter, index): FilterColumn[] =>
    filter?.filterType === "manual"
      ? [{ colId: range.startColumn + index, filters: { filters: filter.values ?? [] } }]
      : [],
  );
  return autoFilter({ ...range, endRow: range.endRow - (hasFooter ? 1 : 0) }, columns);
}

function autoFilter(ref: Block, columns: FilterColumn[]): string {
  const written = columns.map(({ colId, ...criteria }) =>
    element("filterColumn", { colId: colId - ref.startColumn }, values(criteria), comparisons(criteria)),
  );
  return element("autoFilter", { ref: formatBlock(ref) }, ...written);
}

function values({ filters }: Omit<FilterColumn, "colId">): string {
  if (!filters) return "";
  const chosen = (filters.filters ?? []).map((val) => element("filter", { val }));
  return element("filters", { blank: filters.blank }, ...chosen);
}

function comparisons({ customFilters }: Omit<FilterColumn, "colId">): string {
  if (!customFilters) return "";
  const written = customFilters.customFilters.map(({ val, operator }) =>
    element("customFilter", { operator, val }),
  );
  return element("customFilters", { and: customFilters.and === 1 || undefined }, ...written);
}
