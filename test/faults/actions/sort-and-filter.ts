import fc from "fast-check";
import { columnOf } from "../../../shared/model/sheet.ts";
import { defineAction } from "./action.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { chosenTable, pick, which, who } from "./chosen.ts";

/** Sorts a table by a column. */
export const sort = defineAction({
  kind: "sort",
  weight: 4,
  choices: fc.record({ who, table: which, column: which, ascending: fc.boolean() }),
  async perform(world, { who: desk, table: chosen, column, ascending }) {
    const place = await world.desk(desk);
    const table = chosenTable(place, chosen);
    const key = table && pick(Object.keys(table.sheet.columns), column);
    if (!table || key === undefined || !table.columns.has(key)) return;
    const { label } = columnOf(table.sheet, key);
    await atTheSheet(world, place, () => place.excel.host.user.sort(table.table.name, label, ascending));
  },
});

/** Lets only the rows through that say what one of them says, or all of them again. */
export const filter = defineAction({
  kind: "filter",
  weight: 4,
  choices: fc.record({ who, table: which, column: which, row: which, clears: fc.boolean() }),
  async perform(world, { who: desk, table: chosen, column, row, clears }) {
    const place = await world.desk(desk);
    const table = chosenTable(place, chosen);
    if (!table) return;
    const key = pick(Object.keys(table.sheet.columns), column) ?? "";
    const shown = String(pick(table.rows, row)?.cells[key] ?? "");
    if (!table.columns.has(key)) return;
    const { label } = columnOf(table.sheet, key);
    await atTheSheet(world, place, () => {
      const { user } = place.excel.host;
      if (clears) user.clearFilter(table.table.name);
      else user.filter(table.table.name, label, [shown]);
    });
  },
});
