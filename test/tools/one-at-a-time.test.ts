import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oneAtATime } from "../../tools/build/one-at-a-time.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ventas-al-dia-turns-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("work on one place is never done by two at once, and nobody goes without", async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen.push(`${name} ends`);
    return name;
  };
  const place = join(folder, "not/there/yet");
  const done = await Promise.all(["one", "other"].map((name) => oneAtATime(place, work(name))));
  expect(done).toEqual(["one", "other"]);
  const [first = "", second = ""] = [seen[0], seen[2]].map((entry) => entry?.split(" ")[0]);
  expect(new Set([first, second])).toEqual(new Set(["one", "other"]));
  expect(seen).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
});

test("work that fails lets the next one in", async () => {
  const place = join(folder, "place");
  await expect(oneAtATime(place, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await oneAtATime(place, () => Promise.resolve("done"))).toBe("done");
});
