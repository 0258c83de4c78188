import { join } from "node:path";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { connectToFile, type Connection } from "../../../server/db/connection.ts";
import { createDatabase, type Database } from "../../../server/db/database.ts";
import { DatabaseUnavailable } from "../../../server/db/failures.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { createPushStore } from "../../../server/db/push-store.ts";
import { numberOf, statement } from "../../../server/db/statement.ts";
import type { RowChange } from "../../../server/sync/push-store.ts";
import { newId } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { notes } from "../support/notes.ts";

interface Opened {
  readonly database: Database;
  readonly fatal: Error[];
}

async function open(file: string, reader?: Connection): Promise<Opened> {
  const fatal: Error[] = [];
  const database = createDatabase({
    writer: await connectToFile(file, "writing"),
    reader: reader ?? (await connectToFile(file, "reading")),
    log: pino({ level: "silent" }),
    onFatal: (error) => fatal.push(error),
  });
  return { database, fatal };
}

const newFile = () => join(temporaryFolder(), "ventas.db");
const author = { by: "ana", at: "2026-03-18T17:00:00.000Z", workbook: "L" };
const added = (): RowChange => ({
  sheet: notes,
  id: newId(),
  version: 1,
  row: { value: "uno" },
  before: {},
  after: { value: "uno" },
  reason: null,
  voided: false,
  status: "sent",
});

describe("two services on one database, as a remote one allows", () => {
  test("whoever decided on what has moved decides again, and neither loses a row nor repeats a place", async () => {
    const file = newFile();
    const [one, other] = [await open(file), await open(file)];
    await migrate(one.database, [notes], () => new Date());
    let attempts = 0;
    const seq = await one.database.exclusive(async (session) => {
      attempts += 1;
      const [rows = []] = await session.read([statement("SELECT count(*) AS n FROM revisions")]);
      const seen = rows[0] ? numberOf(rows[0], "n") : 0;
      if (attempts === 1) {
        await other.database.exclusive((session2) => createPushStore(session2).commit([added()], author));
        // What was read before is written as if nothing had happened since.
        const stale = statement(
          `INSERT INTO revisions (seq, sheet, "row", version, at, "by", workbook, "before", "after")
           VALUES (?, 'notes', ?, 1, '', '', '', '{}', '{}')`,
          seen + 1,
          newId(),
        );
        await session.write([stale]);
      }
      return createPushStore(session).commit([added()], author);
    });
    expect([attempts, seq]).toEqual([2, 2]);
    const [rows] = await one.database.read([statement("SELECT seq FROM revisions ORDER BY seq")]);
    expect(rows?.map((row) => row["seq"])).toEqual([1, 2]);
    expect([one.fatal, other.fatal]).toEqual([[], []]);
    await one.database.close();
    await other.database.close();
  });
});

describe("a write that nobody else can see", () => {
  test("is not acknowledged, and the service is to end", async () => {
    const file = newFile();
    const blind = await connectToFile(file, "reading");
    const { database, fatal } = await open(file, {
      ...blind,
      read: async () => [[{ value: 0 }]],
      patience: 2,
    });
    await expect(migrate(database, [notes], () => new Date())).rejects.toThrow(DatabaseUnavailable);
    expect(fatal).toHaveLength(1);
    expect(database.accepting).toBe(false);
    await expect(database.read([statement("SELECT 1")])).rejects.toThrow(DatabaseUnavailable);
    await database.close();
  });
});

describe("the queue", () => {
  test("runs work one after another, and a failure does not hold up what follows", async () => {
    const { database } = await open(newFile());
    await migrate(database, [notes], () => new Date());
    let running = 0;
    const work = (index: number) =>
      database.exclusive(async (session) => {
        running += 1;
        expect(running).toBe(1);
        await session.read([statement("SELECT 1")]);
        running -= 1;
        if (index === 1) throw new Error("a mistake");
        return index;
      });
    const results = await Promise.allSettled([0, 1, 2, 3].map(work));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    await database.close();
    await expect(work(4)).rejects.toThrow(DatabaseUnavailable);
  });
});
