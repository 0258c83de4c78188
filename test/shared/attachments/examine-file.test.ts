import ExifReader from "exifreader";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, indexOf, joined, latin } from "../../../shared/attachments/bytes.ts";
import { examineFile } from "../../../shared/attachments/examine-file.ts";
import { exifBlock, heicPhoto, jpegPhoto, pdfScan, pngPhoto, webpPhoto } from "./samples.ts";

const exif = exifBlock();
const photos = [
  { type: "image/jpeg", withPosition: jpegPhoto({ exif }), without: jpegPhoto() },
  { type: "image/png", withPosition: pngPhoto(exif), without: pngPhoto() },
  { type: "image/webp", withPosition: webpPhoto(exif), without: webpPhoto() },
  { type: "image/heic", withPosition: heicPhoto(exif), without: heicPhoto() },
] as const;
const files = [
  ...photos,
  { type: "application/pdf", withPosition: pdfScan(exif), without: pdfScan() },
] as const;

function opened(bytes: Uint8Array) {
  const found = examineFile(bytes);
  if (!found.ok) throw new Error(found.code);
  return found;
}

/** What a reader that is not ours finds. */
const foreign = (bytes: Uint8Array) => ExifReader.load(Buffer.from(bytes), { expanded: true });

describe.each(files)("$type", ({ type, withPosition, without }) => {
  test("is known by what is in it, and so is whether it says where it was taken", () => {
    expect(opened(withPosition)).toMatchObject({ type, file: { hasPosition: true } });
    expect(opened(without)).toMatchObject({ type, file: { hasPosition: false } });
  });

  test("made bare says nothing of where, and making it bare again changes nothing", () => {
    const bare = opened(withPosition).file.bare();
    const again = opened(bare);
    expect(again).toMatchObject({ type, file: { hasPosition: false } });
    expect(again.file.bare()).toEqual(bare);
    expect(indexOf(bare, "GPS")).toBe(-1);
    // A document keeps what is written in it.
    if (type !== "application/pdf") expect(indexOf(bare, "oficina")).toBe(-1);
  });

  test("cut short anywhere is never taken for whole, and never throws", () => {
    for (let length = 0; length < withPosition.length - 8; length += 7) {
      expect(examineFile(withPosition.subarray(0, length)).ok, String(length)).toBe(false);
    }
  });

  test("damaged anywhere, never throws", () => {
    fc.assert(
      fc.property(fc.nat(withPosition.length - 1), fc.uint8Array({ maxLength: 12 }), (at, noise) => {
        const damaged = Uint8Array.from(withPosition);
        damaged.set(noise.subarray(0, damaged.length - at), at);
        const found = examineFile(damaged);
        if (found.ok) expect(examineFile(found.file.bare()).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test.each(photos)("a reader of others finds the position in $type, and none once it is bare", (photo) => {
  expect(foreign(photo.withPosition).gps?.Latitude).toBeCloseTo(9.3);
  const { gps, exif: said = {} } = foreign(opened(photo.withPosition).file.bare());
  expect(gps).toBeUndefined();
  expect(
    Object.keys(said).filter((name) => !["Orientation", "Image Width", "Image Height"].includes(name)),
  ).toEqual([]);
});

test.each(photos.slice(0, 3))("the way up of $type is kept", ({ withPosition, without }) => {
  const orientation = (bytes: Uint8Array) => foreign(opened(bytes).file.bare()).exif?.Orientation?.value;
  expect(orientation(withPosition)).toBe(6);
  expect(orientation(without)).toBeUndefined();
});

test("pixels stay as they are, byte by byte", () => {
  const scan = (bytes: Uint8Array) => bytes.subarray(indexOf(bytes, "\u00ff\u00da"));
  expect(scan(opened(jpegPhoto({ exif })).file.bare())).toEqual(scan(jpegPhoto()));
  const chunk = (name: string, bytes: Uint8Array) => bytes.subarray(indexOf(bytes, name));
  expect(chunk("IDAT", opened(pngPhoto(exif)).file.bare())).toEqual(chunk("IDAT", pngPhoto()));
  const pixels = (bytes: Uint8Array) => chunk("mdat", bytes).subarray(4, 68);
  expect(pixels(opened(heicPhoto(exif)).file.bare())).toEqual(pixels(heicPhoto(exif)));
  const frame = (bytes: Uint8Array) => chunk("VP8 ", bytes).subarray(0, 30);
  expect(frame(opened(webpPhoto(exif)).file.bare())).toEqual(frame(webpPhoto()));
});

test("what stands behind the end of a photo is no part of it", () => {
  const film = joined([bytesOf("PK\u0003\u0004<script>alert(1)</script>"), jpegPhoto({ exif })]);
  const bare = opened(jpegPhoto({ behind: film })).file.bare();
  expect(indexOf(bare, "<script>")).toBe(-1);
  expect(latin(bare, bare.length - 2, bare.length)).toBe("\u00ff\u00d9");
});

test.each([
  ["a page", "<!doctype html><script>alert(1)</script>"],
  ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ["a program", "MZ\u0090\u0000"],
  ["a workbook", "PK\u0003\u0004"],
  ["a GIF", "GIF89a\u0001\u0000\u0001\u0000"],
  ["nothing", ""],
])("%s is refused", (_name, content) => {
  expect(examineFile(bytesOf(content))).toEqual({ ok: false, code: "attachment-type" });
});

test("a head that says more pixels than a memory holds is refused", () => {
  const bytes = Uint8Array.from(pngPhoto());
  bytes.set([0, 1, 0, 0, 0, 1, 0, 0], 16);
  expect(examineFile(bytes)).toEqual({ ok: false, code: "attachment-pixels" });
});

test("files made of nothing but parts are refused before they fill the memory", () => {
  const segments = Uint8Array.from({ length: 400_000 }, (_, index) => [0xff, 0xe5, 0, 2][index % 4] ?? 0);
  expect(examineFile(joined([Uint8Array.of(0xff, 0xd8), segments])).ok).toBe(false);
});
