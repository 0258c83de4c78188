import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Stats } from "webpack";
import webpack from "webpack";
import { hashOfFiles } from "../../../tools/build/inputs.ts";
import { readRecord, writeRecord } from "../../../tools/build/record.ts";
import { workbenchConfiguration } from "./webpack.config.ts";

const root = resolve(import.meta.dirname, "../../..");

/** Everything that can change the pages. */
const inputs = ["test/workbench", "test/excel-host", "package-lock.json"];

/**
 * Builds the workbench's pages into a folder, unless the last build there had the same inputs. Gives false then.
 * Throws with webpack's messages when they cannot be built.
 */
export async function buildWorkbench(outDir: string): Promise<boolean> {
  const hash = await hashOfFiles(root, inputs, "workbench");
  if (existsSync(outDir) && (await readRecord(outDir))?.inputs === hash) return false;
  const started = performance.now();
  // Beside the old build, which may be being served, and whole before it takes its place.
  const fresh = `${outDir}.${process.pid}`;
  const { assets = [] } = (await run(fresh)).toJson({ all: false, assets: true });
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  await writeRecord(outDir, {
    inputs: hash,
    mode: "production",
    milliseconds: Math.round(performance.now() - started),
    files: assets.map(({ name, size }) => ({ name, bytes: size })),
  });
  return true;
}

function run(outDir: string): Promise<Stats> {
  return new Promise((done, fail) => {
    const compiler = webpack(workbenchConfiguration(outDir));
    compiler.run((error, stats) => {
      compiler.close((closing) => {
        const problem = error ?? closing;
        if (problem) fail(problem);
        else if (!stats) fail(new Error("webpack gave no result"));
        else if (stats.hasErrors()) fail(new Error(stats.toString({ preset: "errors-only", colors: false })));
        else done(stats);
      });
    });
  });
}
