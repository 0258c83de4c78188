import type { FilterState, TableState } from "../../excel-host/state/state.ts";
import type { Table, TableFilter } from "../xlsx/resources.ts";
import { toArea, toBlock } from "./areas.ts";

/** The tables of a sheet as the host keeps them. A table without a header line has no place there. */
export function tablesToState(sheetId: string, tables: Table[]): TableState[] {
  return tables
    .filter(({ options }) => options.showHeader !== false)
    .map(({ id, name, range, columns, options, filters, meta }) => ({
      id: `{${id}}`,
      name,
      area: toArea(sheetId, range),
      columns: columns.map(({ displayName }, index) => ({ id: index + 1, name: displayName })),
      style: typeof meta["excelStyle"] === "string" ? meta["excelStyle"] : "",
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      showTotals: options.showFooter === true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      filters: Object.fromEntries(
        (filters.tableColumnFilterList ?? []).flatMap((filter, index) =>
          filter?.values ? [[index + 1, { filterOn: "Values", values: filter.values }] as const] : [],
        ),
      ),
    }));
}

/** The host's tables by sheet, as the file says them. */
export function tablesFromState(
  tables: readonly TableState[],
): Record<string, { tables: Table[]; tableFilteredOutRows: number[] }> {
  const bySheet: Record<string, { tables: Table[]; tableFilteredOutRows: number[] }> = {};
  for (const { id, name, area, columns, style, showTotals, filters } of tables) {
    const share = (bySheet[area.sheetId] ??= { tables: [], tableFilteredOutRows: [] });
    share.tables.push({
      id,
      name,
      range: toBlock(area),
      options: { showHeader: true, showFooter: showTotals },
      filters: { tableColumnFilterList: columns.map((column) => filterFromState(filters[column.id])) },
      columns: columns.map((column) => ({
        id: String(column.id),
        displayName: column.name,
        dataType: "none",
        formula: "",
        meta: {},
        style: {},
      })),
      meta: { excelStyle: style },
    });
  }
  return bySheet;
}

function filterFromState(filter: FilterState | undefined): TableFilter | null {
  return filter?.values ? { filterType: "manual", values: [...filter.values], isAllSelected: false } : null;
}
