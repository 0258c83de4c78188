import fc from "fast-check";
import { columnKeys } from "../../../shared/model/sheet.ts";
import { address, type SheetTable } from "../world/table-rows.ts";
import { defineAction } from "./action.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { chosenTable, which, who } from "./chosen.ts";
import { newRow } from "./new-rows.ts";

/** Pastes new rows below the others. */
export const addRows = defineAction({
  kind: "add-rows",
  weight: 10,
  choices: fc.record({ who, table: which, rows: fc.integer({ min: 1, max: 3 }), number: which }),
  async perform(world, { who: desk, table: chosen, rows, number }) {
    const place = await world.desk(desk);
    const table = chosenTable(place, chosen);
    if (!table) return;
    const typing = { world, person: place.person, desk: place.name };
    const lines = Array.from({ length: rows }, (_, at) => newRow(table, typing, number + at));
    await atTheSheet(world, place, () => {
      place.excel.host.user.activate(table.worksheet);
      place.excel.host.user.paste(firstFree(table), lines);
    });
  },
});

/** The first cell that people fill in, of the first row after the last filled one. */
export function firstFree(table: SheetTable): string {
  const last = table.rows.findLast(({ isBlank }) => !isBlank)?.row ?? table.table.area.row;
  const first = columnKeys(table.sheet).find((key) => table.columns.has(key));
  return address(last + 1, table.columns.get(first ?? "") ?? 0);
}
