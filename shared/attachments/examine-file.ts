import { jpeg } from "./jpeg.ts";
import { png } from "./png.ts";
import { webp } from "./webp.ts";
import { heic } from "./heic.ts";
import { pdf } from "./pdf.ts";
import type { AttachmentType, FileFormat, WalkedFile } from "./file-format.ts";

const formats: readonly FileFormat[] = [jpeg, png, webp, heic, pdf];

/** More would fill the memory of whoever looks at it: a phone of 108 megapixels fits. */
const most = { pixels: 120_000_000, side: 30_000 } as const;

export type ExaminedFile =
  | { readonly ok: true; readonly type: AttachmentType; readonly file: WalkedFile }
  | { readonly ok: false; readonly code: "attachment-type" | "attachment-damaged" | "attachment-pixels" };

/** What a file is by what is in it, walked to its end. */
export function examineFile(bytes: Uint8Array): ExaminedFile {
  const format = formats.find(({ begins }) => begins(bytes));
  if (!format) return { ok: false, code: "attachment-type" };
  const file = format.walk(bytes);
  if (!file) return { ok: false, code: "attachment-damaged" };
  if (file.width === 0 || file.height === 0) return { ok: false, code: "attachment-damaged" };
  return fits(file) ? { ok: true, type: format.type, file } : { ok: false, code: "attachment-pixels" };
}

function fits({ width, height }: WalkedFile): boolean {
  if (width === null || height === null) return true;
  return Math.max(width, height) <= most.side && width * height <= most.pixels;
}
