import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { webpackConfiguration } from "../addin/webpack.config.ts";
import { buildPages, type Build } from "./build/build-pages.ts";

/** Everything that can change the bundle. */
const inputs = ["addin", "shared", "tools/build", "tools/build.ts", "package-lock.json"];

export interface BuildOptions {
  readonly mode?: "production" | "development";
  /** Where the pages go; `dist/addin` unless told. */
  readonly outDir?: string;
  /** Builds even when the last build is current. */
  readonly force?: boolean;
}

/** Builds the add-in's pages; see `buildPages`. */
export function buildAddin({ mode = "production", outDir, force }: BuildOptions = {}): Promise<Build> {
  return buildPages({
    outDir: outDir ?? resolve(import.meta.dirname, "../dist/addin"),
    mode,
    inputs,
    force,
    configuration: (folder) => webpackConfiguration({ mode, outDir: folder }),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { outDir, rebuilt, stats } = await buildAddin();
  console.info(rebuilt ? `Built ${outDir} in ${stats.milliseconds} ms` : `${outDir} is current`);
  for (const { name, bytes } of stats.files) {
    if (!name.endsWith(".map")) console.info(`${Math.ceil(bytes / 1024)} kB`.padStart(9), name);
  }
}
