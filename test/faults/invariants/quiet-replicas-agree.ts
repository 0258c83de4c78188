import { canRead, mayTouch, readableColumns } from "../../../shared/model/access.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { isTyped } from "../../../shared/model/column.ts";
import { readRow } from "../../../shared/model/read-row.ts";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { written } from "../../../addin/excel/es.ts";
import { clockOf } from "../world/clock.ts";
import type { DeskPlace } from "../world/desk-place.ts";
import type { ServiceRow } from "../world/history.ts";
import type { SheetRow } from "../world/table-rows.ts";
import type { World } from "../world/world.ts";
import type { Invariant } from "./invariant.ts";

/** A sheet that says *Sincronizada* says what the service says, and lacks nothing that its person may see. */
export const quietReplicasAgree: Invariant = {
  number: 3,
  rule: "Once quiet, every clean replica equals the service, cell by cell.",
  async whenQuiet(world) {
    const breaches: string[] = [];
    const context: Context = {
      today: dayAt(clockOf(0)()),
      people: createDirectory([...world.people]),
      date1904: false,
      settings: {},
    };
    const services = new Map<Sheet, ReadonlyMap<string, ServiceRow>>();
    for (const desk of world.desks) {
      for (const sheet of desk.records) {
        const service = services.get(sheet) ?? (await world.history.rows(sheet));
        services.set(sheet, service);
        breaches.push(...differences(world, desk, sheet, service, context));
      }
    }
    return breaches;
  },
};

function differences(
  world: World,
  desk: DeskPlace,
  sheet: Sheet,
  service: ReadonlyMap<string, ServiceRow>,
  context: Context,
): readonly string[] {
  const { person } = desk;
  const rows = desk.table(sheet)?.rows.filter(({ isBlank }) => !isBlank) ?? [];
  const isSeen = ({ voided, values }: ServiceRow) => !voided && mayTouch(sheet, person, "read", values);
  const breaches = rows
    .filter(({ status }) => status === written.status.synchronised)
    .flatMap((row) => {
      const kept = row.id === undefined ? undefined : service.get(row.id);
      if (!kept || !isSeen(kept))
        return [
          `row ${row.row + 1} says that it is synchronised, and the service has it not for them: ${row.reference}`,
        ];
      return cellsThatDiffer(sheet, person, row, kept, context);
    });
  const shown = new Set(rows.map(({ id }) => id));
  const expected = new Set(desk.session.getState().vanished.map(({ rowId }) => rowId));
  const missing = canRead(sheet, person.role)
    ? [...service.values()].filter(
        (row) =>
          isSeen(row) &&
          row.seq > world.ledger.begunAt &&
          !shown.has(row.id) &&
          !expected.has(row.id) &&
          !world.isForgotten(desk, row.id),
      )
    : [];
  return [
    ...breaches.map((text) => `${desk.name}, ${sheet.id}: ${text}`),
    ...missing.map(({ id, version }) => `${desk.name}, ${sheet.id}: row ${id} v${version} is missing`),
  ];
}

function cellsThatDiffer(
  sheet: Sheet,
  person: DeskPlace["person"],
  row: SheetRow,
  kept: ServiceRow,
  context: Context,
): readonly string[] {
  if (row.version !== kept.version)
    return [`row ${row.row + 1} (${kept.id}) shows version ${row.version}, the service has ${kept.version}`];
  const reading = readRow(sheet, row.cells, context);
  return readableColumns(sheet, person.role).flatMap((key) => {
    if (!isTyped(columnOf(sheet, key)) || !(key in row.cells)) return [];
    const value = kept.values[key] ?? null;
    if ((reading.values[key] ?? null) === value && !(key in reading.unread)) return [];
    return [
      `row ${row.row + 1} (${kept.id}) ${key} shows ${JSON.stringify(row.cells[key])}, the service has ${JSON.stringify(value)}`,
    ];
  });
}
