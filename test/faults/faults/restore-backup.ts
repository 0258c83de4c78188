import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { backUpDatabase } from "../../../server/db/backup-database.ts";
import { putBack } from "../../server/support/put-back.ts";
import { defineAction } from "../actions/action.ts";
import type { World } from "../world/world.ts";

/** Makes a copy of the database while the service runs, as `npm run backup` does every night. */
export const backUp = defineAction({
  kind: "back-up",
  weight: 3,
  choices: fc.record({}),
  async perform(world) {
    await world.look();
    const into = join(tmpdir(), "faults-backups", String(process.pid));
    if (world.backup) rmSync(world.backup.file, { force: true });
    const file = await backUpDatabase({ folder: world.service.folder }, into, new Date());
    const { seq, current: history } = world.ledger;
    world.backup = { file, seq, history, order: world.exchanges.length };
  },
});

/** The service's database is lost, and the newest copy of this schedule is put in its place. */
export const restoreBackup = defineAction({
  kind: "restore-backup",
  weight: 5,
  choices: fc.record({ orderly: fc.boolean() }),
  async perform(world, { orderly }) {
    const { backup } = world;
    if (!backup) return;
    await world.look();
    await (orderly ? world.service.stop() : world.service.kill());
    putBack(backup.file, world.service.database);
    world.restore(backup.seq);
    forgiveWhatIsLost(world);
    await world.ensureService();
    world.hit("restore-of-service");
  },
});

/**
 * What nobody shows any more is lost with the database, and so is what had already been replaced by its own history. What
 * a workbook shows and was in force has to come back.
 */
function forgiveWhatIsLost(world: World): void {
  const { ledger, tokens } = world;
  const before = ledger.current - 1;
  const inForce = tokens.in(JSON.stringify([...ledger.statesAt(Infinity, before).values()]));
  const everThere = tokens.in(ledger.text(before));
  const shown = tokens.in(world.textOfDesks());
  const kept = tokens.in(ledger.text());
  const lost = [...everThere].filter(
    (token) => !kept.has(token) && !(shown.has(token) && inForce.has(token)),
  );
  ledger.forgive(lost, "the service was restored, and nobody showed it or it was no longer in force");
}
