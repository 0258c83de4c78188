import { bytesOf, indexOf, latin, u16 } from "./bytes.ts";
import { readExif, xmpHasPosition } from "./exif.ts";
import type { FileFormat } from "./file-format.ts";

/** A stretch of a file that says things about a picture. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly hasPosition: boolean;
}

/**
 * PDF (ISO 32000): photos within it are JPEG files as they came, with all that these say. A stretch is blanked where it
 * stands, as a PDF finds its parts by their place. What is compressed once more is not looked into.
 */
export const pdf: FileFormat = {
  type: "application/pdf",
  begins: (bytes) => latin(bytes, 0, 5) === "%PDF-",
  walk(bytes) {
    if (indexOf(bytes, "%%EOF", Math.max(0, bytes.length - 1_024)) < 0) return undefined;
    const packets = packetsOf(bytes);
    if (!packets) return undefined;
    const stretches = [...photosOf(bytes), ...packets];
    return {
      width: null,
      height: null,
      hasPosition: stretches.some(({ hasPosition }) => hasPosition),
      bare() {
        const copy = Uint8Array.from(bytes);
        for (const { from, to } of stretches) copy.fill(0x20, from, to);
        return copy;
      },
    };
  },
};

function* photosOf(bytes: Uint8Array): Generator<Stretch> {
  const head = "Exif\0\0";
  let next = 0;
  for (let at = indexOf(bytes, head); at >= 0; at = indexOf(bytes, head, next)) {
    const from = at + head.length;
    const to = Math.min(at - 2 + u16(bytes, at - 2), bytes.length);
    const isSegment = u16(bytes, at - 4) === 0xff_e1 && to > from;
    next = isSegment ? to : from;
    if (isSegment) yield { from, to, hasPosition: readExif(bytes.subarray(from, to)).hasPosition };
  }
}

/** What was written about the document or its photos; undefined where that has no end. */
function packetsOf(bytes: Uint8Array): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  const [begin, end] = ["<x:xmpmeta", "</x:xmpmeta>"];
  let next = 0;
  for (let from = indexOf(bytes, begin); from >= 0; from = indexOf(bytes, begin, next)) {
    const close = indexOf(bytes, end, from);
    if (close < 0) return undefined;
    const to = close + bytesOf(end).length;
    next = to;
    const hasPosition = xmpHasPosition(bytes.subarray(from, to));
    if (hasPosition) stretches.push({ from, to, hasPosition });
  }
  return stretches;
}
