import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** The texts that cells name by position; of rich text its letters, without what is read aloud beside it. */
export async function readStrings(archive: Archive, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let taking = false;
  let aloud = false;
  await readXml(archive, path, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") aloud = true;
      else if (name === "t") taking = !aloud;
    },
    text(piece) {
      if (taking) text += piece;
    },
    close(name) {
      if (name === "t") taking = false;
      else if (name === "rPh") aloud = false;
      else if (name === "si") strings.push(unescape(text));
    },
  });
  return strings;
}

/** Excel writes characters that XML forbids as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescape(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
