import fc from "fast-check";
import { address } from "../world/table-rows.ts";
import { defineAction } from "./action.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { chosenRow, pick, which, who } from "./chosen.ts";
import { editable, newValue } from "./new-rows.ts";

/** Copies a row, its reference with it, below the others; perhaps something else is then typed into the copy. */
export const copyRows = defineAction({
  kind: "copy-rows",
  weight: 5,
  choices: fc.record({ who, row: which, column: which, changes: fc.boolean() }),
  async perform(world, { who: desk, row: chosen, column, changes }) {
    const place = await world.desk(desk);
    const found = chosenRow(place, chosen);
    if (!found) return;
    const { table, row } = found;
    const { area } = table.table;
    const last = table.rows.findLast(({ isBlank }) => !isBlank)?.row ?? row.row;
    const to = last + 1;
    const from = `${address(row.row, area.column)}:${address(row.row, area.column + area.columns - 1)}`;
    const key = pick(editable[table.sheet.id] ?? [], column);
    await atTheSheet(world, place, () => {
      const { user } = place.excel.host;
      user.activate(table.worksheet);
      user.copyPaste(from, address(to, area.column));
      const at = key === undefined ? undefined : table.columns.get(key);
      if (!changes || key === undefined || at === undefined) return;
      const typing = { world, person: place.person, desk: place.name };
      user.type(address(to, at), newValue(table.sheet, key, typing));
    });
  },
});
