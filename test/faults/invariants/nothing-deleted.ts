import { sheets } from "../../../shared/sheets/registry.ts";
import type { Invariant } from "./invariant.ts";

/** A row that ever was in the service is in it, and counts, unless somebody voided it in so many words. */
export const nothingDeleted: Invariant = {
  number: 5,
  rule: "Nothing is deleted but by an explicit void.",
  async whenQuiet(world) {
    const { ledger, history } = world;
    const breaches: string[] = [];
    for (const sheet of sheets) {
      const states = [...ledger.statesAt(ledger.seq).values()].filter((state) => state.sheet === sheet.id);
      if (states.length === 0) continue;
      const rows = await history.rows(sheet);
      for (const { id, version, voided } of states) {
        const row = rows.get(id);
        if (!row) breaches.push(`${sheet.id} ${id} is in the history, and its row is gone`);
        else if (row.version !== version || row.voided !== voided)
          breaches.push(
            `${sheet.id} ${id} is v${row.version} void ${row.voided}, its history says v${version} ${voided}`,
          );
        else if (voided && !ledger.voidedByWill.has(id))
          breaches.push(`${sheet.id} ${id} is void, and nobody said so`);
      }
    }
    return breaches;
  },
};
