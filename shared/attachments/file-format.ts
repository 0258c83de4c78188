/** What may be attached, by what is in the file; its name says nothing. */
export const attachmentTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "application/pdf",
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** No photo has as many parts; a file that does is made to fill the memory. */
export const mostParts = 20_000;

/** A file that was walked from its beginning to its end. */
export interface WalkedFile {
  /** Pixels, as stored; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  /** Whether it says where it was taken. */
  readonly hasPosition: boolean;
  /** The file with nothing but what draws it: its pixels are untouched, the way up is kept. */
  readonly bare: () => Uint8Array<ArrayBuffer>;
}

/** One kind of file, which knows itself. */
export interface FileFormat {
  readonly type: AttachmentType;
  /** Whether a file begins like this kind. */
  readonly begins: (bytes: Uint8Array) => boolean;
  /** Walks the file; undefined where it is cut short or breaks its own format. */
  readonly walk: (bytes: Uint8Array) => WalkedFile | undefined;
}
