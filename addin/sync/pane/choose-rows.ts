import { excelFailureOf } from "../../excel/failure.ts";
import { rowsOfAddress } from "../../excel/spans.ts";
import { chosenRows, type Selected } from "../chosen-rows.ts";
import type { ChosenRows } from "../status-session.ts";
import type { Desk } from "./desk.ts";
import type { Memory } from "./memory.ts";

/** The rows that are selected, as the pane shows them. */
export function chosenNow({ me, links, selected }: Memory): ChosenRows | null {
  return me && selected ? chosenRows(links.values(), selected, me.person) : null;
}

/** Follows the selection. Of several rows Excel is asked which are seen, so that nobody acts on what a filter hides. */
export async function chooseRows(desk: Desk, worksheetId: string, address: string): Promise<void> {
  const { memory, store } = desk;
  const selected: Selected = { worksheetId, address, visible: null };
  memory.selected = selected;
  const chosen = chosenNow(memory);
  const isSeveral = chosen !== null && chosen.rows.length > 1;
  store.set({ chosen: isSeveral ? null : chosen });
  if (!isSeveral) return;
  const visible = await visibleAmong(desk, selected, chosen);
  // Meanwhile something else may have been selected.
  if (memory.selected !== selected) return;
  memory.selected = { ...selected, visible };
  store.set({ chosen: chosenNow(memory) });
}

/** The rows that are seen; none where Excel does not say, as then nobody knows. */
async function visibleAmong(
  { deps }: Desk,
  { worksheetId, address }: Selected,
  { rows }: ChosenRows,
): Promise<ReadonlySet<number>> {
  const [first, last] = [rows[0]?.row ?? 1, rows.at(-1)?.row ?? 1];
  const spans = rowsOfAddress(address) ?? [{ first: first - 1, count: last - first + 1 }];
  try {
    return await deps.workbook.visibleRows(worksheetId, spans);
  } catch (error) {
    if (!excelFailureOf(error)) throw error;
    return new Set();
  }
}
