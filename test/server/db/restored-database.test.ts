import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyFile } from "../../../server/db/connection.ts";
import { newId, row, startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startLibsqlServer } from "../support/libsql-server.ts";
import { putBack } from "../support/put-back.ts";
import { databaseOf, definitions, firstRun, runOf } from "../support/runs.ts";

const noteOf = (folder: string) => join(folder, "ventas.seen.json");

describe("the history of a database file", () => {
  test("goes on when the service starts again", async () => {
    const scene = await firstRun();
    const [one, other] = [await runOf(scene, 0), await runOf(scene, 0)];
    expect(one).toEqual(other);
  });

  test("begins anew each time that the same copy is put back, and no version is given twice", async () => {
    const scene = await firstRun();
    const { folder } = scene.place;
    const copy = join(folder, "copia.db");
    copyFileSync(databaseOf(folder), copy);
    const runs = [await runOf(scene)];
    for (let restore = 0; restore < 2; restore += 1) {
      putBack(copy, databaseOf(folder));
      runs.push(await runOf(scene, 2));
    }
    expect(new Set(runs.map(({ epoch }) => epoch)).size).toBe(3);
    expect(runs.map(({ version }) => version)).toEqual([2, 1_000_002, 2_000_002]);
  });

  test("begins anew where the note of its length is missing or damaged", async () => {
    const scene = await firstRun();
    const first = await runOf(scene, 0);
    rmSync(noteOf(scene.place.folder));
    const without = await runOf(scene);
    writeFileSync(noteOf(scene.place.folder), '{"epoch":');
    const damaged = await runOf(scene);
    expect(new Set([first, without, damaged].map(({ epoch }) => epoch)).size).toBe(3);
    expect([without.version, damaged.version]).toEqual([1_000_001, 2_000_001]);
    expect(await runOf(scene, 0)).toEqual(damaged);
  });

  test("begins anew although the last that was asked of the service was an old push once more", async () => {
    const scene = await firstRun();
    const { folder } = scene.place;
    const copy = join(folder, "copia.db");
    const pushed = row("notes", { value: "dos", key: newId() });
    const pushId = newId();
    const company = await startCompany({ place: scene.place, ...definitions });
    const person = await company.signedIn(scene.director);
    const { epoch } = await person.get<{ epoch: string }>("/me");
    await person.push([pushed], { pushId });
    // A copy that nothing in it tells from the database.
    await copyFile(databaseOf(folder), copy, { sql: "SELECT 1", args: [] });
    const later = await person.save({ ...pushed, base: 1, values: { value: "tres" } });
    expect(later).toMatchObject({ version: 2 });
    await person.push([pushed], { pushId });
    await company.stop();
    putBack(copy, databaseOf(folder));
    expect((await runOf(scene)).epoch).not.toBe(epoch);
  });
});

describe("the history of a database on a server", () => {
  test("begins anew when the server was put back, once for all services, and not for one on a new machine", async () => {
    const files = temporaryFolder();
    const [current, copy] = [join(files, "remota.db"), join(files, "copia.db")];
    const placeOn = (url: string, folder = temporaryFolder()) => ({ folder, server: { url } });
    let server = await startLibsqlServer(current);
    const scene = await firstRun(placeOn(server.url));
    await copyFile(current, copy, { sql: "SELECT 1", args: [] });

    const [one, other] = [placeOn(server.url, scene.place.folder), placeOn(server.url)];
    const before = await runOf({ ...scene, place: one });
    expect(await runOf({ ...scene, place: other }, 0)).toEqual(before);
    await server.stop();
    putBack(copy, current);

    server = await startLibsqlServer(current);
    const again = [placeOn(server.url, one.folder), placeOn(server.url, other.folder)] as const;
    const restored = await runOf({ ...scene, place: again[0] });
    expect([restored.epoch === before.epoch, restored.version]).toEqual([false, 1_000_001]);
    for (const place of again) expect(await runOf({ ...scene, place }, 0)).toEqual(restored);
    await server.stop();
  });
});
