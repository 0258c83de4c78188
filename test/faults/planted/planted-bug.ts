import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import type { Favours } from "../schedule.ts";
import { groupBy } from "../../../shared/group-by.ts";

/** A bug that the product does not have, made by exact replacement in a copy of its source. */
export interface PlantedBug {
  readonly name: string;
  /** What people would suffer. */
  readonly breaks: string;
  /** Actions that the schedules against it have more of, where it seldom shows otherwise. */
  readonly favours?: Favours;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
}

/** Plants a bug while bundling; `requireAll` throws unless every edit found its place, once. */
export function plantingPlugin(root: string, bug: PlantedBug | undefined) {
  const edits = bug?.edits ?? [];
  const planted = new Set<string>();
  const byPath = groupBy(edits, ({ file }) => join(root, file));
  const plugin: Plugin = {
    name: "plant",
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const wanted = byPath.get(path);
        if (!wanted) return undefined;
        planted.add(path);
        return { contents: wanted.reduce(plant, readFileSync(path, "utf8")), loader: "ts" };
      });
    },
  };
  return {
    plugin,
    requireAll() {
      const missed = edits.filter(({ file }) => !planted.has(join(root, file)));
      if (missed.length > 0) throw new Error(`nobody imports ${missed.map(({ file }) => file).join(", ")}`);
    },
  };
}

function plant(source: string, { file, find, put }: PlantedBug["edits"][number]): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`${file} has ${parts.length - 1} times what a planted bug replaces: ${find}`);
  return parts.join(put);
}
