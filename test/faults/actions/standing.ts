import fc from "fast-check";
import type { LinkSummary } from "../../../addin/sync/session.ts";
import type { DeskPlace } from "../world/desk-place.ts";
import { defineAction } from "./action.ts";
import { chosenRow, pick, which, who } from "./chosen.ts";

const reason = "Motivo del ensayo";

/** Validates a row, returns it with a reason, takes that back, or voids it where it stands in the sheet. */
export const verify = defineAction({
  kind: "verify",
  weight: 8,
  choices: fc.record({
    who: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(2, 3) }, { weight: 1, arbitrary: who }),
    row: which,
    act: fc.constantFrom("validate", "return", "release", "void"),
  }),
  async perform(world, { who: desk, row: chosen, act }) {
    const place = await world.desk(desk);
    const found = chosenRow(place, chosen);
    const link = found && linkOf(place, found.table.sheet.id);
    const id = found?.row.id;
    if (!link || id === undefined) return;
    const { commands } = place.session;
    const rows = { link: link.id, rowIds: [id] };
    if (act === "validate") await commands.validateRows(rows);
    else if (act === "return") await commands.returnRows(rows, reason);
    else if (act === "release") await commands.releaseRows(rows, reason);
    else {
      world.ledger.voidedByWill.add(id);
      await commands.voidRows(rows, reason);
    }
  },
});

/** Looks at the void rows of a record and has one count again. */
export const restoreVoid = defineAction({
  kind: "restore-void",
  weight: 5,
  choices: fc.record({ who, link: which, row: which }),
  async perform(world, { who: desk, link: chosenLink, row: chosen }) {
    const place = await world.desk(desk);
    const { commands, getState } = place.session;
    const link = pick(getState().links, chosenLink);
    if (!link) return;
    await commands.loadVoided(link.id);
    // Those of earlier schedules are nobody's here.
    const rows = getState().voided?.rows.filter(({ rowId }) => world.ledger.voidedByWill.has(rowId)) ?? [];
    const row = pick(rows, chosen);
    if (row) await commands.restoreRows({ link: link.id, rowIds: [row.rowId] }, reason);
    commands.closeVoided();
  },
});

const linkOf = (place: DeskPlace, sheet: string): LinkSummary | undefined =>
  place.session.getState().links.find((link) => link.sheet === sheet);
