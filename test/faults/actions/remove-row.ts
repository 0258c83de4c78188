import fc from "fast-check";
import { address } from "../world/table-rows.ts";
import { defineAction } from "./action.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { chosenRow, which, who } from "./chosen.ts";

/** Deletes a row from the sheet, or empties its cells. Neither is said to the service. */
export const removeRow = defineAction({
  kind: "remove-row",
  weight: 4,
  choices: fc.record({ who, row: which, how: fc.constantFrom("delete", "clear") }),
  async perform(world, { who: desk, row: chosen, how }) {
    const place = await world.desk(desk);
    const found = chosenRow(place, chosen);
    if (!found) return;
    const { table, row } = found;
    const { area } = table.table;
    const range = `${address(row.row, area.column)}:${address(row.row, area.column + area.columns - 1)}`;
    await atTheSheet(world, place, () => {
      const { user } = place.excel.host;
      user.activate(table.worksheet);
      // Excel keeps a row in a table: the only one is emptied, whatever was asked for.
      if (how === "delete" && table.rows.length > 1) user.deleteRows(range);
      else user.clear(range);
    });
  },
});
