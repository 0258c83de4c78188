import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PullAnswer } from "../../../shared/contract.ts";
import { backUpDatabase } from "../../../server/db/backup-database.ts";
import { StartFailure } from "../../../server/db/failures.ts";
import { startChild } from "../support/child.ts";
import { newId, row, startCompany, type Colleague } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { putBack } from "../support/put-back.ts";
import { databaseOf, definitions, firstRun, runOf } from "../support/runs.ts";

describe("a backup", () => {
  test("is whole although rows are written meanwhile, disturbs nobody, and begins another history anywhere", async () => {
    const place = { folder: temporaryFolder() };
    const fatal: Error[] = [];
    const company = await startCompany({ place, ...definitions, onFatal: (error) => fatal.push(error) });
    const director = await company.colleague("director");
    await director.push([row("notes", { key: newId() })]);
    const into = join(temporaryFolder(), "respaldos");
    const backup = startChild("server/backup.ts", [into], { VAD_DATA: place.folder });
    const saved = await pushWhile(director, backup.ended);
    expect(await backup.ended, backup.output()).toBe(0);
    const copies = readdirSync(into);
    expect(copies).toEqual([
      expect.stringMatching(/^ventas-\d{4}-\d\d-\d\dT\d{6}\.db$/),
      expect.stringMatching(/\.marca\.txt$/),
    ]);
    const copy = join(into, copies[0] ?? "");
    expect(backup.output()).toContain(copy);
    const { epoch } = await director.get<{ epoch: string }>("/me");
    await company.stop();
    expect(fatal).toEqual([]);

    // Not even the note of the machine that it came from is there.
    const elsewhere = { folder: temporaryFolder() };
    putBack(copy, databaseOf(elsewhere.folder));
    const restored = await startCompany({ place: elsewhere, ...definitions });
    const pages = await everyPage(await restored.signedIn(director));
    expect(pages[0]?.next.epoch).not.toBe(epoch);
    const ids = new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const kept = saved.filter((id) => ids.has(id));
    expect(kept).toEqual(saved.slice(0, kept.length));
    expect(kept.length % pushed).toBe(0);
    await restored.stop();
  });

  test("put back when nothing had happened since begins another history too", async () => {
    const scene = await firstRun();
    const before = await runOf(scene, 0);
    const copy = await backUpDatabase(scene.place, temporaryFolder(), new Date());
    expect(await runOf(scene, 0)).toEqual(before);
    putBack(copy, databaseOf(scene.place.folder));
    const after = await runOf(scene);
    expect([after.epoch === before.epoch, after.version]).toEqual([false, 1_000_001]);
    expect(await runOf(scene, 0)).toEqual(after);
  });

  test("is not opened beside the log of the database that it replaces, and is not touched", async () => {
    const scene = await firstRun();
    const copy = await backUpDatabase(scene.place, temporaryFolder(), new Date());
    // What a service leaves that was killed.
    const company = await startCompany({ place: scene.place, ...definitions });
    const later = await company.colleague("director", "Directora Nueva");
    await later.push(Array.from({ length: 300 }, () => row("notes", { value: "x", key: newId() })));
    const place = { folder: temporaryFolder() };
    const file = databaseOf(place.folder);
    copyFileSync(`${databaseOf(scene.place.folder)}-wal`, `${file}-wal`);
    await company.stop();
    copyFileSync(copy, file);

    await expect(startCompany({ place, ...definitions })).rejects.toThrow(/Borre .*ventas\.db-wal/);
    await expect(backUpDatabase(place, temporaryFolder(), new Date())).rejects.toThrow(
      /Borre .*ventas\.db-wal/,
    );
    expect(readFileSync(file).equals(readFileSync(copy))).toBe(true);
    rmSync(`${file}-wal`);
    expect(await runOf({ ...scene, place })).toMatchObject({ version: 1_000_001 });
  });

  test("says what is missing, and leaves nothing by halves", async () => {
    const empty = { folder: temporaryFolder() };
    await expect(backUpDatabase(empty, empty.folder, new Date())).rejects.toThrow(/No hay una base de datos/);
    const { place } = await firstRun();
    const occupied = join(temporaryFolder(), "archivo");
    writeFileSync(occupied, "");
    const refused = backUpDatabase(place, occupied, new Date());
    await expect(refused).rejects.toThrow(StartFailure);
    await expect(refused).rejects.toThrow(/Revise el espacio y los permisos/);
    const remote = { folder: place.folder, server: { url: "http://127.0.0.1:1" } };
    await expect(backUpDatabase(remote, place.folder, new Date())).rejects.toThrow(/los hace ese servidor/);
  });

  test("of a damaged database is refused, and its folder stays empty", async () => {
    const place = { folder: temporaryFolder() };
    const into = temporaryFolder();
    writeFileSync(databaseOf(place.folder), "esto no es una base de datos ".repeat(400));
    await expect(backUpDatabase(place, into, new Date())).rejects.toThrow(/está dañada/);
    expect(readdirSync(into)).toEqual([]);
  });
});

describe("the command for backups", () => {
  test("declares a database put back, which begins another history", async () => {
    const scene = await firstRun();
    const before = await runOf(scene, 0);
    const declaring = startChild("server/backup.ts", ["--restored"], { VAD_DATA: scene.place.folder });
    expect(await declaring.ended, declaring.output()).toBe(0);
    const after = await runOf(scene);
    expect([after.epoch === before.epoch, after.version]).toEqual([false, 1_000_001]);
  });

  test.each([
    ["nothing", [], /npm run backup -- CARPETA/],
    ["an option that it does not know", ["--restore"], /npm run backup -- CARPETA/],
    ["a database that is not there", ["--restored"], /No hay una base de datos/],
  ])("says what is wrong with %s", async (_what, words, sentence) => {
    const folder = temporaryFolder();
    const command = startChild("server/backup.ts", words, { VAD_DATA: folder });
    expect(await command.ended).toBe(1);
    expect(command.output()).toMatch(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Rows in one push. */
const pushed = 100;

/** Pushes rows until something has ended, three times at least, and gives their ids in order. */
async function pushWhile(person: Colleague, ended: Promise<unknown>): Promise<readonly string[]> {
  const saved: string[] = [];
  const controller = new AbortController();
  void ended.finally(() => controller.abort());
  while (!controller.signal.aborted || saved.length < 3 * pushed) {
    const rows = Array.from({ length: pushed }, () => row("notes", { key: newId() }));
    await person.push(rows);
    saved.push(...rows.map(({ id }) => id));
  }
  return saved;
}

async function everyPage(person: Colleague): Promise<readonly PullAnswer[]> {
  const pages: PullAnswer[] = [];
  for (let more = true; more; more = pages.at(-1)?.more ?? false) {
    pages.push(await person.pull("notes", pages.at(-1)?.next ?? null));
  }
  return pages;
}
