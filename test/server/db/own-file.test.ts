import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { StartFailure } from "../../../server/db/failures.ts";
import { ownFile } from "../../../server/db/own-file.ts";
import { startChild, type Child } from "../support/child.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const newFile = () => join(temporaryFolder(), "ventas.db");

async function ownElsewhere(file: string): Promise<Child> {
  const child = startChild("test/server/support/file-owner.ts", [file]);
  await child.says(/owned/);
  return child;
}

describe("owning the file", () => {
  test("is for one at a time, also within a process and by another path, until it is given back", async () => {
    const file = newFile();
    const other = join(temporaryFolder(), "enlace");
    symlinkSync(join(file, ".."), other, "junction");
    const ownership = await ownFile(file);
    await expect(ownFile(file)).rejects.toThrow(StartFailure);
    await expect(ownFile(join(other, "ventas.db"))).rejects.toThrow(StartFailure);
    await ownership.release();
    await (await ownFile(file)).release();
  });

  test("names each start by a token of its own", async () => {
    const file = newFile();
    const tokens = new Set<unknown>();
    for (let start = 0; start < 2; start += 1) {
      const ownership = await ownFile(file);
      const owner: unknown = JSON.parse(readFileSync(`${file}.owner`, "utf8"));
      expect(owner).toEqual({ token: expect.any(String), pid: process.pid, host: hostname() });
      tokens.add((owner as { token: unknown }).token);
      await ownership.release();
    }
    expect(tokens.size).toBe(2);
  });

  test.each([
    ["this process", () => process.pid],
    ["none", () => spawnSync(process.execPath, ["--version"]).pid],
  ])(
    "is not taken from a living owner whose number is here that of %s, as in another container",
    async (_whose, pidHere) => {
      const file = newFile();
      const owner = await ownElsewhere(file);
      writeFileSync(`${file}.owner`, JSON.stringify({ token: "otro", pid: pidHere(), host: hostname() }));
      await expect(ownFile(file)).rejects.toThrow(StartFailure);
      // Nor had it been taken for a moment.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(owner.output()).toBe("owned\n");
      owner.process.stdin.end();
      expect(await owner.ended).toBe(0);
      await (await ownFile(file)).release();
    },
  );

  test("passes on from an owner that was killed", async () => {
    const file = newFile();
    const owner = await ownElsewhere(file);
    owner.process.kill("SIGKILL");
    await owner.ended;
    expect(existsSync(`${file}.lock`)).toBe(true);
    const ownership = await ownFile(file);
    expect(JSON.parse(readFileSync(`${file}.owner`, "utf8"))).toMatchObject({ pid: process.pid });
    await ownership.release();
    expect(existsSync(`${file}.lock`)).toBe(false);
  });
});
