import { canWrite } from "../../../shared/model/access.ts";
import type { DeskPlace } from "../world/desk-place.ts";
import { address } from "../world/table-rows.ts";
import type { World } from "../world/world.ts";
import { firstFree } from "./add-rows.ts";
import { atTheSheet } from "./at-the-sheet.ts";
import { filledRows, pick } from "./chosen.ts";
import { editable, newRow, newValue } from "./new-rows.ts";

/** Somebody types, so that their next synchronisation has something to send: into a row that is there, or a new one. */
export async function typeSomething(world: World, place: DeskPlace, number: number): Promise<void> {
  const { person, name: desk, excel } = place;
  const sheet = pick(
    place.records.filter((one) => canWrite(one, person.role)),
    number,
  );
  const table = sheet && place.table(sheet);
  if (!table) return;
  const typing = { world, person, desk };
  const found = number % 3 === 0 ? undefined : pick(filledRows(place, table.sheet), number);
  const key = pick(
    (editable[table.sheet.id] ?? []).filter((one) => table.columns.has(one)),
    number,
  );
  await atTheSheet(world, place, () => {
    excel.host.user.activate(table.worksheet);
    if (found && key !== undefined) {
      const at = address(found.row.row, table.columns.get(key) ?? 0);
      excel.host.user.type(at, newValue(table.sheet, key, typing));
    } else excel.host.user.paste(firstFree(table), [newRow(table, typing, number)]);
  });
}
