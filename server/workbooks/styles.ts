import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** The number formats that files name by number only (ECMA-376 part 1, 18.8.30), in en-US notation. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

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
  own.get(id) ?? builtIn[id] ?? "General";
