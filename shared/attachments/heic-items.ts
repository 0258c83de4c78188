import { byteAt, latin, u16, uint } from "./bytes.ts";
import { boxesOf, type Box } from "./heic-boxes.ts";

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** A thing in a HEIC file: a picture, a tile of one, or words about it; and where in the file it stands. */
export interface Item {
  readonly type: string;
  readonly extents: readonly Extent[];
}

/** The items of a `meta` box; undefined where one of them stands outside the file or somewhere that is not understood. */
export function itemsOf(bytes: Uint8Array, meta: Box): readonly Item[] | undefined {
  const boxes = boxesOf(bytes, meta.from + 4, meta.to);
  const named = (type: string) => boxes?.find((box) => box.type === type);
  const [information, locations] = [named("iinf"), named("iloc")];
  if (!information || !locations) return undefined;
  const places = placesOf(bytes, locations, named("idat"));
  const types = typesOf(bytes, information);
  if (!places || !types) return undefined;
  return [...types].map(([id, type]) => ({ type, extents: places.get(id) ?? [] }));
}

/** `iinf`: what each item is. */
function typesOf(bytes: Uint8Array, { from, to }: Box): ReadonlyMap<number, string> | undefined {
  const skip = byteAt(bytes, from) === 0 ? 6 : 8;
  const entries = boxesOf(bytes, from + skip, to);
  return (
    entries &&
    new Map(
      entries.map((entry): [number, string] => {
        const wide = byteAt(bytes, entry.from) >= 3 ? 4 : 2;
        const type = entry.from + 4 + wide + 2;
        return [uint(bytes, entry.from + 4, wide), latin(bytes, type, type + 4)];
      }),
    )
  );
}

/** `iloc`: where each item stands, from the beginning of the file or of the `idat` box. */
function placesOf(
  bytes: Uint8Array,
  location: Box,
  idat: Box | undefined,
): ReadonlyMap<number, readonly Extent[]> | undefined {
  const read = createReader(bytes, location);
  const { wide, version, lengthSize } = read;
  if (lengthSize < 4) return undefined;
  const places = new Map<number, readonly Extent[]>();
  let covered = 0;
  for (let left = read.take(wide); left > 0; left -= 1) {
    const id = read.take(wide);
    const method = version > 0 ? read.take(2) & 15 : 0;
    read.take(2);
    const start = read.take(read.baseSize) + (method === 1 ? (idat?.from ?? Infinity) : 0);
    const extents: Extent[] = [];
    for (let more = read.take(2); more > 0 && !read.isOver(); more -= 1) extents.push(read.extent(start));
    covered += extents.reduce((sum, { from, to }) => sum + to - from, 0);
    const isInside = extents.every(({ to }) => to <= bytes.length);
    // Items do not share their bytes: more of them than there are bytes are made to cost time.
    if (method > 1 || !isInside || covered > bytes.length || read.isOver()) return undefined;
    places.set(id, extents);
  }
  return places;
}

/** Reads an `iloc` box, whose numbers are as wide as it says. */
function createReader(bytes: Uint8Array, { from, to }: Box) {
  const version = byteAt(bytes, from);
  const sizes = u16(bytes, from + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  let at = from + 6;
  const take = (size: number) => uint(bytes, (at += size) - size, size);
  return {
    version,
    lengthSize,
    baseSize,
    wide: version < 2 ? 2 : 4,
    take,
    isOver: () => at > to,
    extent(start: number): Extent {
      take(version > 0 ? sizes & 15 : 0);
      const first = start + take(offsetSize);
      return { from: first, to: first + take(lengthSize) };
    },
  };
}
