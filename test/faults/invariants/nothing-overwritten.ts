import { isTyped } from "../../../shared/model/column.ts";
import { columnOf } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { World } from "../world/world.ts";
import { pushesOf, type PushExchange } from "./exchanges.ts";
import type { Invariant } from "./invariant.ts";

/**
 * What two people changed differently is asked about: a saved row took nothing of others that its author had not seen, and
 * a conflict that was told is on the screen.
 */
export const nothingOverwritten: Invariant = {
  number: 4,
  rule: "Nothing of others is overwritten in silence, and a conflict that was told is on screen.",
  whenQuiet(world) {
    const pushes = pushesOf(world);
    return [...pushes.flatMap((push) => overwritten(world, push)), ...conflictsOffScreen(world, pushes)];
  },
};

/** Each value that a push put in place of another that was written since the version that the push builds on. */
function overwritten(world: World, { push, history, person }: PushExchange): readonly string[] {
  const { ledger } = world;
  return ledger
    .history(history)
    .filter((revision) => revision.push === push.pushId)
    .flatMap(({ row, seq, before, after, sheet: id }) => {
      const pushed = push.rows.find((one) => one.id === row);
      const sheet = sheets.find((one) => one.id === id);
      if (!pushed || !sheet) return [];
      const earlier = ledger.ofRow(row, history).filter((one) => one.seq < seq);
      const at = (version: number): Row =>
        Object.assign({}, ...earlier.filter((one) => one.version <= version).map((one) => one.after)) as Row;
      const base = at(pushed.base);
      const settled = new Set(pushed.settled?.columns);
      const seen = at(pushed.settled?.version ?? pushed.base);
      return Object.keys(after).flatMap((column) => {
        if (!Object.hasOwn(sheet.columns, column) || !isTyped(columnOf(sheet, column))) return [];
        const known = (settled.has(column) ? seen : base)[column] ?? null;
        const was = before[column] ?? null;
        if (was === known) return [];
        return [
          `${person} put ${JSON.stringify(after[column])} over ${JSON.stringify(was)} in ${row} ${column}, having seen ${JSON.stringify(known)}`,
        ];
      });
    });
}

/** The last that a workbook was told of each row, where that is a conflict that nobody ended. */
function conflictsOffScreen(world: World, pushes: readonly PushExchange[]): readonly string[] {
  return world.desks.flatMap((desk) => {
    const { conflicts } = desk.session.getState();
    const last = pushes.filter(
      (one) => one.desk === desk.name && one.delivered && one.order >= world.lastRound,
    );
    return last.flatMap(({ given }) =>
      given.answers.flatMap((answer) => {
        if (answer.result !== "conflict") return [];
        const told = answer.fields.map(({ column }) => column);
        const ofRow = conflicts.filter(({ rowId }) => rowId === answer.id);
        const shown = new Set(ofRow.map(({ column }) => column));
        return told
          .filter((column) => !shown.has(column))
          .map(
            (column) => `${desk.name} was told of a conflict in ${answer.id} ${column}, and does not show it`,
          );
      }),
    );
  });
}
