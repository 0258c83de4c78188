import type { Block } from "../address.ts";
import { parseBlock } from "../address.ts";
import type { FilterColumn, SheetFilter } from "../resources.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag, number } from "./xml.ts";

/**
 * The sheet's own filter with the rows it hides. Of criteria, values and comparisons are kept; colours, dates by
 * group and top tens are not, and then the hidden rows stay as rows that somebody hid.
 */
export function readFilter(part: XmlElement | undefined, hidden: number[]): SheetFilter | undefined {
  const element = child(part, "autoFilter");
  const ref = parseBlock(element?.attributes["ref"] ?? "");
  if (!element || !ref) return undefined;
  const columns = readCriteria(element, ref);
  const filtered = columns.length > 0 ? hidden.filter((row) => row > ref.startRow && row <= ref.endRow) : [];
  return { ref, filterColumns: columns, cachedFilteredOut: filtered };
}

/** The criteria of an `autoFilter` element, of a sheet or of a table; empty if one of them cannot be kept. */
export function readCriteria(element: XmlElement | undefined, ref: Block): FilterColumn[] {
  const active = children(element, "filterColumn").filter((column) => column.children.length > 0);
  const columns = active.map((column) => readColumn(column, ref.startColumn));
  const readable = columns.filter((column) => column !== undefined);
  return readable.length === active.length ? readable : [];
}

function readColumn(column: XmlElement, startColumn: number): FilterColumn | undefined {
  const colId = startColumn + (number(column, "colId") ?? 0);
  const values = child(column, "filters");
  if (values && values.children.every(({ name }) => name === "filter")) {
    const filters = values.children.map(({ attributes }) => attributes["val"] ?? "");
    return { colId, filters: { filters, ...(flag(values, "blank") ? { blank: true } : {}) } };
  }
  const comparisons = child(column, "customFilters");
  return comparisons && { colId, customFilters: readComparisons(comparisons) };
}

function readComparisons(element: XmlElement): NonNullable<FilterColumn["customFilters"]> {
  const customFilters = children(element, "customFilter").map(({ attributes: { val = "", operator } }) => ({
    val,
    ...(operator && operator !== "equal" ? { operator } : {}),
  }));
  return { customFilters, ...(flag(element, "and") ? { and: 1 } : {}) };
}
