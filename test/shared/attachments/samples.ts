import { bytesOf, fourBytes, joined } from "../../../shared/attachments/bytes.ts";

/** Small files as cameras and scanners write them, with and without a position. */

const ascii = (text: string) => bytesOf(text);
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 0xff);

/** A picture of 8 × 6 pixels as a browser writes it, profile of colours included. */
const smallest =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALABFv/Z";

/** Exif with a way up (6: a quarter turn) and a position: 9.3 N, 75.4 W, Sincelejo. */
export function exifBlock({ position = true, orientation = 6 } = {}): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    joined([u16(tag), u16(type), fourBytes(count), value]);
  const short = (value: number) => joined([u16(value), u16(0)]);
  const entries = [
    entry(0x0112, 3, 1, short(orientation)),
    ...(position ? [entry(0x8825, 4, 1, fourBytes(38))] : []),
  ];
  const rational = (degrees: number, minutes: number) =>
    joined([degrees, 1, minutes, 1, 0, 1].map((number) => fourBytes(number)));
  const gps = joined([
    u16(4),
    entry(1, 2, 2, ascii("N\0\0\0")),
    entry(2, 5, 3, fourBytes(92)),
    entry(3, 2, 2, ascii("W\0\0\0")),
    entry(4, 5, 3, fourBytes(116)),
    fourBytes(0),
    rational(9, 18),
    rational(75, 24),
  ]);
  const directory = joined([ascii("MM\0*"), fourBytes(8), u16(entries.length), ...entries, fourBytes(0)]);
  return position ? joined([directory, gps]) : directory;
}

export const xmpPacket = ascii(
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="9,18.0N" exif:GPSLongitude="75,24.0W"/></rdf:RDF></x:xmpmeta>',
);

const segment = (marker: number, payload: Uint8Array) =>
  joined([Uint8Array.of(0xff, marker), u16(payload.length + 2), payload]);

/** Without its end. */
const plainJpeg = (): Uint8Array => Uint8Array.from(Buffer.from(smallest, "base64").subarray(0, -2));

/** A photo; `behind` is what stands after its end. */
export function jpegPhoto({ exif, behind }: { exif?: Uint8Array; behind?: Uint8Array } = {}): Uint8Array {
  const plain = plainJpeg();
  const end = Uint8Array.of(0xff, 0xd9);
  return joined([
    plain.subarray(0, 2),
    ...(exif ? [segment(0xe1, joined([ascii("Exif\0\0"), exif]))] : []),
    ...(exif ? [segment(0xe1, joined([ascii("http://ns.adobe.com/xap/1.0/\0"), xmpPacket]))] : []),
    segment(0xfe, ascii("tomada en la oficina")),
    plain.subarray(2),
    end,
    ...(behind ? [behind] : []),
  ]);
}

const smallestPng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export function pngPhoto(exif?: Uint8Array): Uint8Array {
  const plain = Uint8Array.from(Buffer.from(smallestPng, "base64"));
  const chunk = (type: string, payload: Uint8Array) =>
    joined([fourBytes(payload.length), ascii(type), payload, fourBytes(0)]);
  const head = plain.subarray(0, 33);
  return joined([
    head,
    ...(exif ? [chunk("eXIf", exif), chunk("tEXt", ascii("Comment\0la oficina"))] : []),
    plain.subarray(33),
  ]);
}

const smallestWebp = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

export function webpPhoto(exif?: Uint8Array): Uint8Array {
  const plain = Uint8Array.from(Buffer.from(smallestWebp, "base64")).subarray(12, 42);
  const chunk = (type: string, payload: Uint8Array) =>
    joined([ascii(type), fourBytes(payload.length, true), payload, new Uint8Array(payload.length % 2)]);
  const head = chunk("VP8X", Uint8Array.of(exif ? 0x0c : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  const body = joined([
    ascii("WEBP"),
    head,
    plain,
    ...(exif ? [chunk("EXIF", exif), chunk("XMP ", xmpPacket)] : []),
  ]);
  return joined([ascii("RIFF"), fourBytes(body.length, true), body]);
}

const box = (type: string, ...content: readonly Uint8Array[]) => {
  const body = joined(content);
  return joined([fourBytes(body.length + 8), ascii(type), body]);
};
const fullBox = (type: string, version: number, ...content: readonly Uint8Array[]) =>
  box(type, Uint8Array.of(version, 0, 0, 0), ...content);

/** A HEIC of one picture as an iPhone lays it out; its pixels are a pattern, as nothing here decodes them. */
export function heicPhoto(exif?: Uint8Array): Uint8Array {
  const pixels = Uint8Array.from({ length: 64 }, (_, index) => 200 - index);
  const block = exif ? joined([fourBytes(6), ascii("Exif\0\0"), exif]) : new Uint8Array();
  const item = (id: number, type: string) => fullBox("infe", 2, u16(id), u16(0), ascii(`${type}\0`));
  const place = (id: number, from: number, size: number) =>
    joined([u16(id), u16(0), u16(1), fourBytes(from), fourBytes(size)]);
  const build = (start: number) => {
    const items = [item(1, "hvc1"), ...(exif ? [item(2, "Exif")] : [])];
    const places = [
      place(1, start, pixels.length),
      ...(exif ? [place(2, start + pixels.length, block.length)] : []),
    ];
    return [
      box("ftyp", ascii("heic\0\0\0\0mif1heic")),
      fullBox(
        "meta",
        0,
        fullBox("hdlr", 0, fourBytes(0), ascii("pict"), new Uint8Array(13)),
        fullBox("pitm", 0, u16(1)),
        fullBox("iinf", 0, u16(items.length), ...items),
        box("iprp", box("ipco", fullBox("ispe", 0, fourBytes(4_032), fourBytes(3_024)))),
        fullBox("iloc", 0, u16(0x44_00), u16(places.length), ...places),
      ),
      box("mdat", pixels, block),
    ];
  };
  const headSize = joined(build(0).slice(0, 2)).length;
  return joined(build(headSize + 8));
}

/** A scan: one page with a photo in it. */
export function pdfScan(exif?: Uint8Array): Uint8Array {
  return joined([
    ascii("%PDF-1.7\n1 0 obj<</Type/XObject/Subtype/Image/Filter/DCTDecode>>stream\n"),
    jpegPhoto(exif ? { exif } : {}),
    ascii("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
  ]);
}
