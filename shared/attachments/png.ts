import { bytesOf, fourBytes, joined, latin, u32 } from "./bytes.ts";
import { orientationBlock, readExif, xmpHasPosition } from "./exif.ts";
import { mostParts, type FileFormat } from "./file-format.ts";

interface Chunk {
  readonly type: string;
  readonly payload: Uint8Array;
  readonly bytes: Uint8Array;
}

const signature = "\u0089PNG\r\n\u001A\n";

/** Chunks that change how the picture looks (W3C PNG, third edition); critical ones begin with a capital. */
const drawing = new Set(
  "tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split(" "),
);

/** PNG. What stands behind its end is no part of it. */
export const png: FileFormat = {
  type: "image/png",
  begins: (bytes) => latin(bytes, 0, 8) === signature,
  walk(bytes) {
    const chunks = chunksOf(bytes);
    const head = chunks?.[0];
    if (!chunks || head?.type !== "IHDR" || head.payload.length !== 13) return undefined;
    if (!chunks.some(({ type }) => type === "IDAT")) return undefined;
    const exif = readExif(chunks.find(({ type }) => type === "eXIf")?.payload ?? new Uint8Array());
    const texts = chunks.filter(({ type }) => /^(?:tEXt|zTXt|iTXt)$/u.test(type));
    return {
      width: u32(head.payload, 0),
      height: u32(head.payload, 4),
      hasPosition: exif.hasPosition || texts.some(({ payload }) => xmpHasPosition(payload)),
      bare() {
        const kept = chunks.filter(({ type }) => /^[A-Z]/u.test(type) || drawing.has(type));
        const block = orientationBlock(exif.orientation);
        const [first, ...others] = kept.map((chunk) => chunk.bytes);
        return joined([
          bytesOf(signature),
          ...(first ? [first] : []),
          ...(block ? [chunkBytes("eXIf", block)] : []),
          ...others,
        ]);
      },
    };
  },
};

function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + u32(bytes, at);
    const type = latin(bytes, at + 4, at + 8);
    if (end > bytes.length || !/^[A-Za-z]{4}$/u.test(type)) return undefined;
    chunks.push({ type, payload: bytes.subarray(at + 8, end - 4), bytes: bytes.subarray(at, end) });
    if (type === "IEND") return chunks;
    if (chunks.length > mostParts) return undefined;
    at = end;
  }
  return undefined;
}

function chunkBytes(type: string, payload: Uint8Array): Uint8Array {
  const body = joined([bytesOf(type), payload]);
  return joined([fourBytes(payload.length), body, fourBytes(crc32(body))]);
}

/** The checksum of a chunk (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  }
  return ~crc >>> 0;
}
