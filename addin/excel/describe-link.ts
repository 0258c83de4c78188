import { isTyped } from "../../shared/model/column.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import { controlCount } from "./control-columns.ts";
import type { LinkRequest } from "./link-sheet.ts";
import type { LinkPlan } from "./plan-link.ts";
import type { LinkRecord, Origin } from "./registry.ts";

/** The record of a table that was just made of a list of the staff. */
export async function describeLink(
  context: Excel.RequestContext,
  table: Excel.Table,
  request: LinkRequest,
  filter: Origin["filter"],
): Promise<LinkRecord> {
  const { id, sheet, proposal, plan } = request;
  table.load({ id: true, name: true });
  const columns = table.columns.load({ id: true });
  await context.sync();
  const ids = columns.items.map((column) => column.id);
  const own = ids.slice(controlCount);
  const linked = linkedColumns(request).map(({ key, column }) => ({ key, at: column - plan.area.left }));
  return {
    id,
    sheet: sheet.id,
    tableId: table.id,
    tableName: table.name,
    columns: Object.fromEntries(linked.map(({ key, at }) => [key, own[at] ?? 0])),
    controls: { reference: ids[0] ?? 0, status: ids[1] ?? 0, marks: ids[2] ?? 0 },
    scope: "none",
    cursor: null,
    lastSync: null,
    toRemove: [],
    ruledRows: 0,
    headers: Object.fromEntries(linked.map(({ key, at }) => [key, plan.names[at] ?? ""])),
    habits: proposal.habits,
    context: proposal.context,
    origin: originOf(request, own, filter),
    layout: "list",
    matrix: null,
  };
}

/**
 * The columns that the record takes from the sheet. A column that is computed stays the staff's own where it holds
 * anything; where it is blank, the service fills it.
 */
function linkedColumns({ sheet, proposal, grid, plan }: LinkRequest) {
  return proposal.columns.flatMap(({ key, column }) => {
    if (key === null || column < plan.area.left || column > plan.area.right) return [];
    const definition = sheet.columns[key];
    if (!definition) return [];
    return isTyped(definition) || isBlank(grid, plan, column) ? [{ key, column }] : [];
  });
}

function isBlank({ cells }: SheetGrid, { area }: LinkPlan, column: number): boolean {
  for (let row = area.top + 1; row <= area.bottom; row += 1)
    if ((cells[row]?.[column] ?? "") !== "") return false;
  return true;
}

/** What the worksheet was before. */
export function originOf(
  { proposal, plan }: LinkRequest,
  columns: readonly number[],
  filter: Origin["filter"],
): Origin {
  const { top, left, bottom } = plan.area;
  return {
    wasTable: proposal.table !== null,
    columns: [...columns],
    rows: bottom - top,
    headers: plan.writes.map(({ row, column, was, becomes }) => ({
      row: row - top,
      column: column - left,
      was,
      became: becomes,
    })),
    merges: plan.merges.map(({ area, value, filled, format }) => ({
      row: area.top - top,
      column: area.left - left,
      rows: area.bottom - area.top + 1,
      columns: area.right - area.left + 1,
      value,
      filled,
      format,
    })),
    filter,
  };
}
