import fc from "fast-check";
import { address } from "../world/table-rows.ts";
import { defineAction } from "./action.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { chosenRow, pick, which, who } from "./chosen.ts";
import { editable, newValue } from "./new-rows.ts";

/** Types something new into a cell of a row. */
export const typeCell = defineAction({
  kind: "type-cell",
  weight: 20,
  choices: fc.record({ who, row: which, column: which }),
  async perform(world, { who: desk, row: chosen, column }) {
    const place = await world.desk(desk);
    const found = chosenRow(place, chosen);
    if (!found) return;
    const { table, row } = found;
    const columns = (editable[table.sheet.id] ?? []).filter((key) => table.columns.has(key));
    const key = pick(columns, column);
    if (key === undefined) return;
    const value = newValue(table.sheet, key, { world, person: place.person, desk: place.name });
    await atTheSheet(world, place, () => {
      place.excel.host.user.activate(table.worksheet);
      place.excel.host.user.type(address(row.row, table.columns.get(key) ?? 0), value);
    });
  },
});
