import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { plantingPlugin, type PlantedBug } from "./planted/planted-bug.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The scripts of one run: the service, the clock that it goes by, and the people with their Excels. */
export interface Bundles {
  readonly service: string;
  readonly clock: string;
  readonly worker: string;
}

/**
 * Makes scripts of the product as it stands, or with a planted bug: then every edit of it must have found its place, or
 * this throws.
 */
export async function bundle(planted?: PlantedBug): Promise<Bundles> {
  const folder = join(root, ".data", "faults", `${planted?.name ?? "sound"}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const planting = plantingPlugin(root, planted);
  const bundles = {
    service: join(folder, "service.mjs"),
    clock: join(folder, "clock.mjs"),
    worker: join(folder, "worker.mjs"),
  };
  await Promise.all([
    script("server/main.ts", bundles.service, planting.plugin, whole),
    script("test/faults/world/shifted-clock.ts", bundles.clock, planting.plugin),
    script("test/faults/worker.ts", bundles.worker, planting.plugin),
  ]);
  planting.requireAll();
  return bundles;
}

/** Whether every edit of a planted bug finds its place, which nothing is written for. Throws where one does not. */
export async function requirePlace(bug: PlantedBug): Promise<void> {
  const planting = plantingPlugin(root, bug);
  const looking = { packages: "external", write: false, sourcemap: false } as const;
  for (const entry of ["server/main.ts", "test/faults/worker.ts"])
    await script(entry, join(root, ".data", "faults", "nowhere.mjs"), planting.plugin, looking);
  planting.requireAll();
}

/**
 * The service is started again after every crash: it is one file with its packages in it, which halves that. What is made
 * for the machine stays outside, and packages of the older kind ask for others by `require`.
 */
const whole: BuildOptions = {
  packages: "bundle",
  external: ["@libsql/*", "libsql"],
  sourcemap: false,
  banner: {
    js: `import { createRequire as requiring } from "node:module"; const require = requiring(import.meta.url);`,
  },
};

async function script(
  entry: string,
  outfile: string,
  plugin: Plugin,
  options: BuildOptions = { packages: "external" },
): Promise<void> {
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "error",
    ...options,
    plugins: [plugin],
  });
}
