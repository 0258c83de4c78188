import type { Archive } from "./archive.ts";
import { builtInFormats } from "./built-in-formats.ts";
import { readXml } from "./xml.ts";

/** The number format of each cell style of the workbook, by its position. */
export async function readFormats(archive: Archive, path: string): Promise<readonly string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let within = false;
  await readXml(archive, path, {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") own.set(Number(numFmtId), formatCode ?? "General");
      else if (name === "cellXfs") within = true;
      else if (name === "xf" && within) formats.push(formatOf(Number(numFmtId ?? 0), own));
    },
    close(name) {
      if (name === "cellXfs") within = false;
    },
  });
  return formats;
}

const formatOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtInFormats[id] ?? "General";
