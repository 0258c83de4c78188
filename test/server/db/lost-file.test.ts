import { mkdirSync, rmdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { DatabaseUnavailable } from "../../../server/db/failures.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/open-database.ts";
import { newId, row, startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { notes } from "../support/notes.ts";
import { visit } from "../support/rows.ts";

/** Takes the file as another process does that believes its owner dead. */
function takeAway(folder: string): void {
  const lock = join(folder, "ventas.db.lock");
  rmdirSync(lock);
  mkdirSync(lock);
  utimesSync(lock, 1, 1);
}

/** What the database says when it is not to be trusted any more. */
function fatalError() {
  let tell: (error: Error) => void = () => undefined;
  const happened = new Promise<Error>((resolve) => (tell = resolve));
  return { happened, onFatal: (error: Error) => tell(error) };
}

test("a service whose file was taken accepts nothing, says that it is stopping, and is to end", async () => {
  const { happened, onFatal } = fatalError();
  const company = await startCompany({ onFatal });
  const advisor = await company.colleague("advisor", "Ana Asesora");
  takeAway(company.folder);
  expect(await happened).toBeInstanceOf(DatabaseUnavailable);
  const rows = [row("visits", visit(advisor.id))];
  const push = { pushId: newId(), schema: company.schema, workbook: "L", rows };
  expect((await advisor.post("/push", push)).status).toBe(503);
  const health = await company.service.app.request("/health");
  expect([health.status, await health.json()]).toEqual([503, { status: "stopping", seq: 0 }]);
  // It goes without touching the lock that is another's now.
  await company.service.stop();
  expect(() => rmdirSync(join(company.folder, "ventas.db.lock"))).not.toThrow();
});

test("a file that is taken while the service starts stops the start", async () => {
  const { happened, onFatal } = fatalError();
  const folder = temporaryFolder();
  const database = await openDatabase({ place: { folder }, log: pino({ level: "silent" }), onFatal });
  takeAway(folder);
  await happened;
  await expect(migrate(database, [notes], () => new Date())).rejects.toThrow(DatabaseUnavailable);
  expect(database.accepting).toBe(false);
  await database.close();
});
