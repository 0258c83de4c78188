import { latin, u32, uint } from "./bytes.ts";
import { mostParts } from "./file-format.ts";

/** A box of the ISO base media format: its whole begins at `at`, its content at `from`. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The boxes that fill a stretch exactly; undefined where they do not. */
export function boxesOf(bytes: Uint8Array, start: number, end: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  let at = start;
  while (at < end) {
    if (at + 8 > end) return undefined;
    const said = u32(bytes, at);
    const head = said === 1 ? 16 : 8;
    const size = said === 1 ? uint(bytes, at + 8, 8) : said === 0 ? end - at : said;
    if (size < head || at + size > end) return undefined;
    boxes.push({ type: latin(bytes, at + 4, at + 8), at, from: at + head, to: at + size });
    at += size;
    if (boxes.length > mostParts) return undefined;
  }
  return boxes;
}
