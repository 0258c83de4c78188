import { byteAt, bytesOf, joined, latin, u16 } from "./bytes.ts";
import { orientationBlock, readExif, xmpHasPosition } from "./exif.ts";
import { mostParts, type FileFormat, type WalkedFile } from "./file-format.ts";

/** A piece of the file: a segment with its marker, and behind a start of scan the compressed pixels. */
interface Piece {
  readonly marker: number;
  /** Where its payload begins, behind marker and length. */
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

const markers = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1, comment: 0xfe } as const;
const exifHead = "Exif\0\0";

/** JPEG (ITU-T T.81). What stands behind the end of the picture (a second picture, a film) is no part of it. */
export const jpeg: FileFormat = {
  type: "image/jpeg",
  begins: (bytes) => u16(bytes, 0) === 0xff_d8 && byteAt(bytes, 2) === 0xff,
  walk(bytes) {
    const pieces = piecesOf(bytes);
    const frame = pieces?.find(({ marker }) => isFrame(marker));
    if (!pieces || !frame || !pieces.some(({ marker }) => marker === markers.scan)) return undefined;
    return walked(bytes, pieces, frame);
  },
};

function walked(bytes: Uint8Array, pieces: readonly Piece[], frame: Piece): WalkedFile {
  const payloads = pieces.map((piece) => ({ ...piece, payload: bytes.subarray(piece.from, piece.to) }));
  const exif = payloads.find(
    ({ marker, payload }) => marker === markers.exif && latin(payload, 0, 6) === exifHead,
  );
  const { orientation, hasPosition } = readExif(exif?.payload.subarray(6) ?? new Uint8Array());
  const inPacket = payloads.some(
    ({ marker, payload }) =>
      marker === markers.exif && latin(payload, 0, 4) === "http" && xmpHasPosition(payload),
  );
  return {
    height: u16(bytes, frame.from + 1),
    width: u16(bytes, frame.from + 3),
    hasPosition: hasPosition || inPacket,
    bare() {
      const kept = payloads.filter(({ marker, payload }) => draws(marker, payload));
      return joined([
        bytes.subarray(0, 2),
        ...orientationSegment(orientation),
        ...kept.map((piece) => piece.bytes),
        Uint8Array.of(0xff, markers.end),
      ]);
    },
  };
}

/** Whether a segment is needed to draw: all but the application's own, of which the colours stay, and comments. */
function draws(marker: number, payload: Uint8Array): boolean {
  if (marker === markers.comment) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const heads: Readonly<Record<number, string>> = { 0xe0: "JFIF\0", 0xe2: "ICC_PROFILE\0", 0xee: "Adobe" };
  const head = heads[marker];
  return head !== undefined && latin(payload, 0, head.length) === head;
}

function orientationSegment(orientation: number): readonly Uint8Array[] {
  const block = orientationBlock(orientation);
  if (!block) return [];
  return [joined([Uint8Array.of(0xff, markers.exif, 0, block.length + 8), bytesOf(exifHead), block])];
}

/** The pieces up to the end of the picture; undefined where there is no end. */
function piecesOf(bytes: Uint8Array): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = byteAt(bytes, at + 1);
    if (marker === markers.end) return pieces;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const to = at + 2 + u16(bytes, at + 2);
    if (u16(bytes, at + 2) < 2 || to > bytes.length || marker === markers.start) return undefined;
    const next = marker === markers.scan ? endOfScan(bytes, to) : to;
    pieces.push({ marker, from: at + 4, to, bytes: bytes.subarray(at, next) });
    at = next;
    if (pieces.length > mostParts) return undefined;
  }
  return undefined;
}

/** Compressed pixels end at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = byteAt(bytes, at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Start of frame: all of C0 to CF but the tables that stand among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
