import { bytesOf, latin, u32, uint } from "./bytes.ts";
import { readExif, xmpHasPosition } from "./exif.ts";
import type { FileFormat } from "./file-format.ts";
import { boxesOf, type Box } from "./heic-boxes.ts";
import { itemsOf, type Item } from "./heic-items.ts";

const brands = new Set(["heic", "heix", "heim", "heis", "mif1"]);
/** Items that draw; whatever else an item is only says something about the picture. */
const drawing = new Set(["hvc1", "grid", "iden", "iovl", "tmap", "jpeg"]);
const parts = new Set(["ftyp", "meta", "mdat", "free", "skip"]);

/**
 * HEIC (ISO/IEC 23008-12), as iPhones write it. What it says beside the picture is blanked where it stands, as the file
 * finds its pixels by their place; the way up is a property of the picture itself.
 */
export const heic: FileFormat = {
  type: "image/heic",
  begins(bytes) {
    if (latin(bytes, 4, 8) !== "ftyp") return false;
    const end = Math.min(u32(bytes, 0), 256);
    const named = [latin(bytes, 8, 12), ...fours(bytes, 16, end)];
    return named.some((brand) => brands.has(brand)) && !named.includes("avif");
  },
  walk(bytes) {
    const boxes = boxesOf(bytes, 0, bytes.length);
    const meta = boxes?.find(({ type }) => type === "meta");
    const items = meta && itemsOf(bytes, meta);
    const size = meta && sizeOf(bytes, meta);
    if (!boxes || !items || !size) return undefined;
    const saying = items.filter(({ type }) => !drawing.has(type));
    return {
      ...size,
      hasPosition: saying.some((item) => itemHasPosition(bytes, item)),
      bare() {
        const copy = Uint8Array.from(bytes);
        for (const { from, to } of saying.flatMap(({ extents }) => extents)) copy.fill(0, from, to);
        for (const box of boxes.filter(({ type }) => !parts.has(type))) free(copy, box);
        return copy;
      },
    };
  },
};

/** The Exif of an item begins behind a number that says where. */
function itemHasPosition(bytes: Uint8Array, { type, extents }: Item): boolean {
  return extents.some(({ from, to }) => {
    const content = bytes.subarray(from, to);
    return type === "Exif"
      ? readExif(content.subarray(4 + u32(content, 0))).hasPosition
      : xmpHasPosition(content);
  });
}

function free(bytes: Uint8Array, { at, from, to }: Box): void {
  bytes.set(bytesOf("free"), at + 4);
  bytes.fill(0, from, to);
}

/** The largest of the pictures: tiles and previews are smaller. */
function sizeOf(
  bytes: Uint8Array,
  meta: Box,
): { readonly width: number; readonly height: number } | undefined {
  const within = (box: Box | undefined, type: string, skip = 0) =>
    box && boxesOf(bytes, box.from + skip, box.to)?.filter((inner) => inner.type === type);
  const properties = within(within(meta, "iprp", 4)?.[0], "ipco")?.[0];
  const sizes = (within(properties, "ispe") ?? []).map(({ from }) => ({
    width: uint(bytes, from + 4, 4),
    height: uint(bytes, from + 8, 4),
  }));
  return sizes.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
}

const fours = (bytes: Uint8Array, from: number, to: number): readonly string[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / 4)) }, (_, index) =>
    latin(bytes, from + index * 4, from + index * 4 + 4),
  );
