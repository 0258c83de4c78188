import { byteAt, bytesOf, fourBytes, joined, latin, u16, u32, uint } from "./bytes.ts";
import { orientationBlock, readExif, xmpHasPosition } from "./exif.ts";
import { mostParts, type FileFormat } from "./file-format.ts";

interface Chunk {
  readonly type: string;
  readonly payload: Uint8Array;
  readonly bytes: Uint8Array;
}

const drawing = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const flags = { exif: 0x08, xmp: 0x04 } as const;

/** WebP (RFC 9649). */
export const webp: FileFormat = {
  type: "image/webp",
  begins: (bytes) => latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP",
  walk(bytes) {
    const chunks = chunksOf(bytes);
    const size = chunks?.[0] && sizeOf(chunks[0]);
    if (!chunks || !size) return undefined;
    const exif = readExif(exifBlock(chunks.find(({ type }) => type === "EXIF")?.payload));
    const packet = chunks.find(({ type }) => type === "XMP ");
    return {
      ...size,
      hasPosition: exif.hasPosition || (packet !== undefined && xmpHasPosition(packet.payload)),
      bare: () => bareOf(chunks, exif.orientation),
    };
  },
};

function bareOf(chunks: readonly Chunk[], orientation: number): Uint8Array<ArrayBuffer> {
  // Only the extended form can hold the way up.
  const block = chunks[0]?.type === "VP8X" ? orientationBlock(orientation) : undefined;
  const kept = chunks
    .filter(({ type }) => drawing.has(type))
    .map((chunk) => (chunk.type === "VP8X" ? flagged(chunk.bytes, block !== undefined) : chunk.bytes));
  const body = joined([bytesOf("WEBP"), ...kept, ...(block ? [chunkBytes("EXIF", block)] : [])]);
  return joined([bytesOf("RIFF"), fourBytes(body.length, true), body]);
}

function flagged(bytes: Uint8Array, hasExif: boolean): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[8] = (byteAt(bytes, 8) & ~(flags.exif | flags.xmp)) | (hasExif ? flags.exif : 0);
  return copy;
}

/** Some writers begin the block as JPEG does. */
function exifBlock(payload: Uint8Array | undefined): Uint8Array {
  if (!payload) return new Uint8Array();
  return latin(payload, 0, 6) === "Exif\0\0" ? payload.subarray(6) : payload;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  const end = 8 + u32(bytes, 4, true);
  if (end > bytes.length) return undefined;
  let at = 12;
  while (at + 8 <= end) {
    const size = u32(bytes, at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) return undefined;
    const payload = bytes.subarray(at + 8, at + 8 + size);
    chunks.push({ type: latin(bytes, at, at + 4), payload, bytes: bytes.subarray(at, next) });
    at = next;
    if (chunks.length > mostParts) return undefined;
  }
  const draws = chunks.some(({ type }) => ["VP8 ", "VP8L", "ANMF"].includes(type));
  return draws ? chunks : undefined;
}

function sizeOf({ type, payload }: Chunk): { readonly width: number; readonly height: number } | undefined {
  if (type === "VP8X" && payload.length >= 10)
    return { width: 1 + little24(payload, 4), height: 1 + little24(payload, 7) };
  if (type === "VP8L" && byteAt(payload, 0) === 0x2f) {
    const bits = u32(payload, 1, true);
    return { width: 1 + (bits & 0x3f_ff), height: 1 + ((bits >>> 14) & 0x3f_ff) };
  }
  if (type === "VP8 " && uint(payload, 3, 3) === 0x9d_01_2a)
    return { width: u16(payload, 6, true) & 0x3f_ff, height: u16(payload, 8, true) & 0x3f_ff };
  return undefined;
}

const little24 = (bytes: Uint8Array, at: number): number =>
  u16(bytes, at, true) + byteAt(bytes, at + 2) * 0x1_0000;

function chunkBytes(type: string, payload: Uint8Array): Uint8Array {
  const padding = new Uint8Array(payload.length % 2);
  return joined([bytesOf(type), fourBytes(payload.length, true), payload, padding]);
}
