import { bytesOf, fourBytes, joined, latin, u16, u32 } from "./bytes.ts";

/** What is taken from Exif (CIPA DC-008): the way up, and whether there is a position. */
export interface Exif {
  /** 1 to 8 as TIFF counts them; 1 is upright. */
  readonly orientation: number;
  readonly hasPosition: boolean;
}

const tags = { orientation: 0x0112, position: 0x8825 } as const;
const entrySize = 12;

/** Reads the first directory of a TIFF block. A block that makes no sense has no position and is upright. */
export function readExif(tiff: Uint8Array): Exif {
  const order = latin(tiff, 0, 2);
  const little = order === "II";
  const first = u32(tiff, 4, little);
  if ((!little && order !== "MM") || u16(tiff, 2, little) !== 42 || first + 2 > tiff.length)
    return { orientation: 1, hasPosition: false };
  const count = Math.min(u16(tiff, first, little), Math.floor((tiff.length - first - 2) / entrySize));
  const entries = Array.from({ length: count }, (_, index) => first + 2 + index * entrySize);
  const placeOf = (tag: number) => entries.find((at) => u16(tiff, at, little) === tag);
  const at = placeOf(tags.orientation);
  const orientation = at === undefined ? 1 : u16(tiff, at + 8, little);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasPosition: placeOf(tags.position) !== undefined,
  };
}

/** A TIFF block that says the way up and nothing else; nothing at all where the picture is upright. */
export function orientationBlock(orientation: number): Uint8Array | undefined {
  if (orientation === 1) return undefined;
  const entry = Uint8Array.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0);
  return joined([bytesOf("MM\0*"), fourBytes(8), Uint8Array.of(0, 1), entry, fourBytes(0)]);
}

/** Whether an XMP packet says where a picture was taken. */
export function xmpHasPosition(packet: Uint8Array): boolean {
  return /GPS|location|geo:/i.test(new TextDecoder("latin1").decode(packet));
}
