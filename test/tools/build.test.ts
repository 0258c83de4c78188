import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OFFICE_JS } from "../../addin/webpack.config.ts";
import { buildAddin } from "../../tools/build.ts";
import type { Build } from "../../tools/build/build-pages.ts";
import { hashOfFiles } from "../../tools/build/inputs.ts";

describe("the production build of the pane", () => {
  let folder: string;
  let first: Build;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ventas-al-dia-build-"));
    first = await buildAddin({ outDir: join(folder, "addin") });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (name: string) => readFileSync(join(first.outDir, name), "utf8");
  const scripts = () => readdirSync(first.outDir).filter((name) => name.endsWith(".js"));

  test.each(["taskpane.html", "sign-in-dialog.html"])(
    "%s loads Office.js from Microsoft and our own hashed scripts",
    (page) => {
      const [office, ...ours] = [...read(page).matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
      expect(office).toBe(OFFICE_JS);
      expect(ours.length).toBeGreaterThan(0);
      for (const source of ours) expect(scripts()).toContain(source);
    },
  );

  test("has scripts whose names say what they hold", () => {
    for (const name of scripts()) expect(name).toMatch(/^[a-z0-9-]+\.[0-9a-f]{10}\.js$/);
  });

  test("lets the pane wait for nothing that only Microsoft's sign-in needs", () => {
    expect(read("taskpane.html")).not.toContain("msal.");
  });

  test("keeps source maps beside the scripts and evaluates no text", () => {
    for (const name of scripts()) {
      expect(existsSync(join(first.outDir, `${name}.map`))).toBe(true);
      expect(read(name)).not.toMatch(/\beval\(/);
    }
  });

  test("carries the icons of the manifest", () => {
    expect(existsSync(join(first.outDir, "assets/icon-32.png"))).toBe(true);
  });

  test("holds nothing of the tests, the service or Office.js", () => {
    const sources = scripts().flatMap((name) => sourcesOf(read(`${name}.map`)));
    expect(sources.some((source) => source.includes("addin/taskpane/main.tsx"))).toBe(true);
    expect(
      sources.filter((source) =>
        /webpack:\/\/[^/]*\/(\.\/)?(test|server|tools)\/|@microsoft\/office-js/.test(source),
      ),
    ).toEqual([]);
  });

  test("is made again exactly when something it is made from changed", async () => {
    const again = await buildAddin({ outDir: first.outDir });
    expect(first.rebuilt).toBe(true);
    // Somebody may be editing while the tests run.
    expect(again.rebuilt).toBe(again.stats.inputs !== first.stats.inputs);
  });
});

describe("what a build is made from", () => {
  let folder: string;
  const hash = (mode = "production") => hashOfFiles(folder, ["addin", "lock.json"], mode);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ventas-al-dia-inputs-"));
    mkdirSync(join(folder, "addin/excel"), { recursive: true });
    writeFileSync(join(folder, "addin/excel/range.ts"), "1");
    writeFileSync(join(folder, "lock.json"), "{}");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is the same while no file changed", async () => {
    expect(await hash()).toBe(await hash());
  });

  test.each<[string, () => void]>([
    ["a changed file", () => writeFileSync(join(folder, "addin/excel/range.ts"), "2")],
    ["a new file", () => writeFileSync(join(folder, "addin/new.ts"), "")],
    [
      "a renamed file",
      () => renameSync(join(folder, "addin/excel/range.ts"), join(folder, "addin/excel/cell.ts")),
    ],
    ["another library", () => writeFileSync(join(folder, "lock.json"), "{ }")],
  ])("is another after %s", async (_what, change) => {
    const before = await hash();
    change();
    expect(await hash()).not.toBe(before);
  });

  test("is another for another mode", async () => {
    expect(await hash("development")).not.toBe(await hash("production"));
  });
});

function sourcesOf(map: string): string[] {
  const parsed: unknown = JSON.parse(map);
  if (
    typeof parsed !== "object" ||
    parsed === null ||
    !("sources" in parsed) ||
    !Array.isArray(parsed.sources)
  )
    return [];
  return parsed.sources.filter((source) => typeof source === "string");
}
