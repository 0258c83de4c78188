import { parseBlock } from "../address.ts";
import type { FilterColumn, Table, TableFilter } from "../resources.ts";
import { readCriteria } from "./filters.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, number, unescapeText } from "./xml.ts";

/** A table part as Univer's plugin stores it, or undefined where it has no place on the sheet. */
export function readTable(part: XmlElement | undefined, sheetId: string): Table | undefined {
  const range = parseBlock(part?.attributes["ref"] ?? "");
  if (!part || !range) return undefined;
  const name = part.attributes["displayName"] ?? part.attributes["name"] ?? "Tabla";
  const columns = children(child(part, "tableColumns"), "tableColumn");
  const filters = readCriteria(child(part, "autoFilter"), range);
  return {
    id: `${sheetId}-table-${part.attributes["id"] ?? name}`,
    name,
    range,
    // Both counts may be left out, and then mean one header line and no totals (ECMA-376 part 1, 18.5.1.2).
    options: {
      showHeader: (number(part, "headerRowCount") ?? 1) > 0,
      showFooter: (number(part, "totalsRowCount") ?? 0) > 0,
      tableStyleId: "table-default-0",
    },
    filters: {
      tableColumnFilterList: columns.map((_, index) => readFilter(filters, range.startColumn + index)),
    },
    columns: columns.map((column, index) => ({
      id: `${sheetId}-${name}-${index}`,
      displayName: unescapeText(column.attributes["name"] ?? ""),
      dataType: "none",
      formula: "",
      meta: {},
      style: {},
    })),
    meta: { excelStyle: child(part, "tableStyleInfo")?.attributes["name"] ?? "" },
  };
}

/** Only a choice of values has a place in Univer's table filters; `null` is a column without a filter. */
function readFilter(filters: FilterColumn[], column: number): TableFilter | null {
  const values = filters.find(({ colId }) => colId === column)?.filters;
  return values ? { filterType: "manual", values: values.filters ?? [], isAllSelected: false } : null;
}
