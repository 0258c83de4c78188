import { randomBytes } from "node:crypto";
import type { Void } from "../../shared/contract.ts";
import { canWriteWholeRows, mayTouch } from "../../shared/model/access.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { clockShift } from "./world/clock.ts";
import { deliver } from "./world/network.ts";
import type { World } from "./world/world.ts";

/**
 * Takes a finished schedule's rows out of every count, each by somebody who may, so that the next one can share the
 * service. What stays, as nobody may, is there like any row of a company that has worked before.
 */
export async function tidyUp(world: World): Promise<void> {
  await world.ensureService();
  world.service.tellTime(clockShift);
  await world.ledger.read(world.history);
  const states = [...world.ledger.statesAt(world.ledger.seq).values()].filter(({ voided }) => !voided);
  for (const sheet of sheets) {
    for (const person of world.people) {
      const rows = states.filter(
        (state) =>
          state.sheet === sheet.id &&
          canWriteWholeRows(sheet, person.role) &&
          mayTouch(sheet, person, "write", state.values) &&
          mayTouch(sheet, person, "read", state.values),
      );
      if (rows.length === 0) continue;
      const body: Void = {
        sheet: sheet.id,
        rows: rows.map(({ id, version }) => ({ id, base: version })),
        reason: "Fin del ensayo",
        workbook: randomBytes(8).toString("hex"),
      };
      await deliver(world.service.address, {
        path: "/api/void",
        query: "",
        body: JSON.stringify(body),
        token: await world.authorisation(person.id),
        person: person.id,
        desk: "",
      });
    }
  }
}
