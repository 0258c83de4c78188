import type { IWorkbookData } from "@univerjs/presets";
import { splitWorkbook } from "../../workbench/exchange/workbook-state.ts";
import { toArea } from "../../workbench/exchange/areas.ts";
import { openWorkbook } from "../../workbench/xlsx/open-workbook.ts";
import { packResources, unpackResources, type SheetFilter } from "../../workbench/xlsx/resources.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbench/xlsx/snapshot.ts";
import { emptySheet, type SheetState, type State } from "../../excel-host/state/state.ts";
import { workbookBytes, workbookTruth, type StaffWorkbook } from "../../workbooks/staff-workbooks.ts";
import type { SavedFile } from "./saved-excel.ts";

/** A workbook of the staff as the stand-in opens it, the sheet with the records on top. */
export async function staffFile(name: StaffWorkbook): Promise<SavedFile> {
  const opened = await openWorkbook(workbookBytes(name), `${name}.xlsx`);
  if ("problem" in opened) throw new Error(`${name}: ${opened.problem}`);
  const { snapshot, state } = splitWorkbook(opened.workbook);
  const first = Object.values(snapshot.sheets).find((sheet) => sheet.name === workbookTruth(name).sheet);
  const ordered = [first?.id ?? "", ...snapshot.sheetOrder.filter((id) => id !== first?.id)];
  return withFilters({ ...snapshot, sheetOrder: ordered }, state);
}

/** The sheets' own filters as Office.js sees them; without its interface Univer hides no rows by them. */
function withFilters(snapshot: WorkbookSnapshot, state: State): SavedFile {
  const resources = unpackResources(snapshot.resources);
  const sheets: Record<string, SheetSnapshot> = { ...snapshot.sheets };
  const states: Record<string, SheetState> = {};
  for (const [id, filter] of Object.entries(resources.filters)) {
    const sheet = sheets[id];
    if (!sheet) continue;
    const hidden = (filter.cachedFilteredOut ?? []).map(
      (row) => [row, { ...sheet.rowData?.[row], hd: 1 }] as const,
    );
    sheets[id] = { ...sheet, rowData: { ...sheet.rowData, ...Object.fromEntries(hidden) } };
    states[id] = {
      ...emptySheet,
      filter: { area: toArea(id, filter.ref), filters: criteriaOf(filter, sheet) },
    };
  }
  const workbook = { ...snapshot, sheets, resources: packResources({ ...resources, filters: {} }) };
  return { workbook: workbook as unknown as IWorkbookData, state: { ...state, sheets: states } };
}

/** What each column lets through: the filter's words, and those of rows that are shown, which may end in spaces. */
function criteriaOf({ ref, filterColumns, cachedFilteredOut }: SheetFilter, { cellData }: SheetSnapshot) {
  const hidden = new Set(cachedFilteredOut);
  const shown = Object.keys(cellData ?? {})
    .map(Number)
    .filter((row) => row > ref.startRow && row <= ref.endRow && !hidden.has(row));
  return Object.fromEntries(
    (filterColumns ?? []).flatMap(({ colId, filters }) => {
      const texts = shown.map((row) => String(cellData?.[row]?.[colId]?.v ?? ""));
      const values = [...new Set([...(filters?.filters ?? []), ...texts])];
      return filters ? [[colId - ref.startColumn, { filterOn: "Values", values }] as const] : [];
    }),
  );
}
