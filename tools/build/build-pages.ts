import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import webpack, { type Configuration, type Stats } from "webpack";
import { hashOfFiles } from "./inputs.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readRecord, writeRecord, type BuildRecord } from "./record.ts";

const root = resolve(import.meta.dirname, "../..");

export interface Pages {
  /** Where the pages go. */
  readonly outDir: string;
  readonly mode: BuildRecord["mode"];
  /** Files and folders of the project that can change what is built. */
  readonly inputs: readonly string[];
  /** Builds even when the last build is current. */
  readonly force?: boolean | undefined;
  configuration(outDir: string): Configuration;
}

export interface Build {
  readonly outDir: string;
  /** False when the last build had the same inputs and was left as it is. */
  readonly rebuilt: boolean;
  readonly stats: BuildRecord;
}

/**
 * Builds pages, unless the last build of their folder had the same inputs. The new build takes the old one's place only
 * when it is whole, so a running service never serves half of one; of several processes one builds, and the others wait.
 * Throws with webpack's messages when the pages cannot be made.
 */
export function buildPages(pages: Pages): Promise<Build> {
  return oneAtATime(pages.outDir, async () => {
    const { outDir, mode, force } = pages;
    const inputs = await hashOfFiles(root, pages.inputs, mode);
    const last = force || !existsSync(outDir) ? undefined : await readRecord(outDir);
    if (last?.inputs === inputs) return { outDir, rebuilt: false, stats: last };
    return { outDir, rebuilt: true, stats: await build(pages, inputs) };
  });
}

async function build({ outDir, mode, configuration }: Pages, inputs: string): Promise<BuildRecord> {
  const fresh = `${outDir}.${process.pid}`;
  const started = performance.now();
  try {
    const files = filesOf(await run(configuration(fresh)));
    const stats = { inputs, mode, milliseconds: Math.round(performance.now() - started), files };
    await replaceFolder(outDir, fresh);
    await writeRecord(outDir, stats);
    return stats;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function run(configuration: Configuration): Promise<Stats> {
  return new Promise((done, fail) => {
    const compiler = webpack(configuration);
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
