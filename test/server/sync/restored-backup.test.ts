import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { row, startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { putBack } from "../support/put-back.ts";
import { visit } from "../support/rows.ts";

describe("a backup that is put back", () => {
  test("begins another history: cursors start over, versions are not given twice, nothing shown is lost", async () => {
    const folder = temporaryFolder();
    const before = await startCompany({ folder });
    const advisor = await before.colleague("advisor", "Ana Asesora");
    const kept = row("visits", visit(advisor.id));
    await advisor.save(kept);
    await before.stop();
    copyFileSync(join(folder, "ventas.db"), join(folder, "copia.db"));

    const during = await startCompany({ folder });
    const again = await during.signedIn(advisor);
    const { next } = await again.pull("visits");
    const shown = visit(advisor.id, { notes: "Después de la copia", contact: "Rosa" });
    await again.save({ ...kept, base: 1, values: shown });
    const added = row("visits", visit(advisor.id, { customer: "Tienda La 20" }));
    await again.save(added);
    await during.stop();
    putBack(join(folder, "copia.db"), join(folder, "ventas.db"));

    const after = await startCompany({ folder });
    const back = await after.signedIn(advisor);
    const pulled = await back.pull("visits", next);
    expect(pulled.next.epoch).not.toBe(next.epoch);
    expect(pulled.rows.map(({ id }) => id)).toEqual([kept.id]);
    // Somebody writes the contact anew before the workbook offers what it still shows.
    const other = await back.save({
      ...kept,
      base: 1,
      values: visit(advisor.id, { contact: "Otra persona" }),
    });
    expect(other).toMatchObject({ result: "saved", version: 1_000_001 });
    const offered = await back.save({ ...kept, base: 2, values: { ...shown, mobile: "3001112233" } });
    expect(offered).toMatchObject({
      result: "conflict",
      fields: [{ column: "contact", theirs: "Otra persona", mine: "Rosa" }],
    });
    expect(
      await back.save({ ...kept, base: 2, values: { ...shown, contact: "Otra persona" } }),
    ).toMatchObject({
      result: "saved",
      values: { notes: "Después de la copia" },
    });
    expect(
      await back.save({ ...added, base: 1, values: visit(advisor.id, { customer: "Tienda La 20" }) }),
    ).toMatchObject({ result: "saved" });
    await after.stop();
  });
});
