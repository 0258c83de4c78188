import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import webpack, { type Stats } from "webpack";
import { webpackConfiguration } from "../addin/webpack.config.ts";
import { hashOfFiles } from "./build/inputs.ts";
import { readRecord, writeRecord, type BuildRecord } from "./build/record.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** Everything that can change the bundle. */
const INPUTS = ["addin", "shared", "tools/build", "tools/build.ts", "package-lock.json"];

export type BuildOptions = {
  readonly mode?: "production" | "development";
  /** Where the pages go; `dist/addin` unless told. */
  readonly outDir?: string;
  /** Builds even when the last build is current. */
  readonly force?: boolean;
};

export type Build = {
  readonly outDir: string;
  /** False when the last build had the same inputs and was left as it is. */
  readonly rebuilt: boolean;
  readonly stats: BuildRecord;
};

/**
 * Builds the add-in's pages, unless the last build of this folder had the same inputs. The new build takes the old
 * one's place only when it is whole, so a running service never serves half of one.
 * Throws with webpack's messages when the bundle cannot be made.
 */
export async function buildAddin(options: BuildOptions = {}): Promise<Build> {
  const mode = options.mode ?? "production";
  const outDir = options.outDir ?? resolve(ROOT, "dist/addin");
  const inputs = await hashOfFiles(ROOT, INPUTS, mode);
  const last = options.force || !existsSync(outDir) ? undefined : await readRecord(outDir);
  if (last?.inputs === inputs) return { outDir, rebuilt: false, stats: last };

  const fresh = `${outDir}.${process.pid}`;
  const started = performance.now();
  try {
    const files = filesOf(await run(mode, fresh));
    const stats: BuildRecord = { inputs, mode, milliseconds: Math.round(performance.now() - started), files };
    await replaceFolder(outDir, fresh);
    await writeRecord(outDir, stats);
    return { outDir, rebuilt: true, stats };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function run(mode: "production" | "development", outDir: string): Promise<Stats> {
  return new Promise((done, fail) => {
    const compiler = webpack(webpackConfiguration({ mode, outDir }));
    compiler.run((error, stats) => {
      compiler.close((closing) => {
        const problem = error ?? closing ?? undefined;
        if (problem !== undefined) fail(problem);
        else if (stats === undefined) fail(new Error("webpack gave no result"));
        else if (stats.hasErrors()) fail(new Error(stats.toString({ preset: "errors-only", colors: false })));
        else done(stats);
      });
    });
  });
}

function filesOf(stats: Stats): BuildRecord["files"] {
  const { assets = [] } = stats.toJson({ all: false, assets: true });
  return assets.map(({ name, size }) => ({ name, bytes: size })).toSorted((a, b) => b.bytes - a.bytes);
}

async function replaceFolder(target: string, fresh: string): Promise<void> {
  const old = `${fresh}.old`;
  if (existsSync(target)) await rename(target, old);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { outDir, rebuilt, stats } = await buildAddin();
  console.info(rebuilt ? `Built ${outDir} in ${stats.milliseconds} ms` : `${outDir} is current`);
  for (const { name, bytes } of stats.files) {
    if (!name.endsWith(".map")) console.info(`${Math.ceil(bytes / 1024)} kB`.padStart(9), name);
  }
}
