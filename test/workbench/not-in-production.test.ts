import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stats } from "webpack";
import webpack from "webpack";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OFFICE_JS, webpackConfiguration } from "../../addin/webpack.config.ts";

/** What may only ever be used to develop and test: our tools and what they are made of. */
const forbidden = [
  /^(\.\.?\/)+(test|tools)\//,
  /node_modules\/@univerjs/,
  /node_modules\/(exceljs|jszip|saxes)\//,
  /node_modules\/@microsoft\/office-js/,
];

let outDir: string;
let modules: string[];
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "addin-"));
  const stats = await build(outDir);
  const options = {
    all: false,
    modules: true,
    cachedModules: true,
    nestedModules: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
  };
  const json = stats.toJson(options);
  modules = namesOf(json.modules ?? []);
}, 120_000);
afterAll(() => rm(outDir, { recursive: true, force: true }));

test("the add-in's build holds its own modules and nothing of the workbench, of Univer or of the library", () => {
  expect(modules.some((name) => name.endsWith("addin/taskpane/main.tsx"))).toBe(true);
  expect(modules.some((name) => /^(\.\.?\/)+shared\/sheets\//.test(name))).toBe(true);
  expect(modules.some((name) => name.includes("node_modules/@fluentui/"))).toBe(true);
  expect(modules.filter((name) => forbidden.some((pattern) => pattern.test(name)))).toEqual([]);
});

test("the pane's page loads Office.js from Microsoft and nothing from the workbench", async () => {
  const page = await readFile(join(outDir, "taskpane.html"), "utf8");
  expect(page).toContain(`src="${OFFICE_JS}"`);
  const files = await readdir(outDir, { recursive: true });
  const texts = await Promise.all(
    files.filter((file) => /\.(html|js)$/.test(file)).map((file) => readFile(join(outDir, file), "utf8")),
  );
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text).not.toMatch(/\/workbench\/|_richApiNativeBridge/);
});

type StatsModules = NonNullable<ReturnType<Stats["toJson"]>["modules"]>;

/** The files of all modules, those inside concatenated ones too. */
function namesOf(found: StatsModules): string[] {
  return found.flatMap(({ name, modules: inner }) => [
    ...(name ? [name.replaceAll("\\", "/")] : []),
    ...namesOf(inner ?? []),
  ]);
}

function build(folder: string): Promise<Stats> {
  return new Promise((done, fail) => {
    webpack(webpackConfiguration({ mode: "production", outDir: folder })).run((error, stats) => {
      if (error) fail(error);
      else if (!stats || stats.hasErrors()) fail(new Error(stats?.toString({ preset: "errors-only" })));
      else done(stats);
    });
  });
}
