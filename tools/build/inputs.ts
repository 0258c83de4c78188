import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** One hash over the names and bytes of all `paths` (files or folders under `root`) and over `extra`. */
export async function hashOfFiles(root: string, paths: readonly string[], extra: string): Promise<string> {
  const hash = createHash("sha256").update(extra);
  for (const path of paths) {
    for (const file of await filesUnder(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
