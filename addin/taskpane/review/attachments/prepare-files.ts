import { examineFile } from "../../../../shared/attachments/examine-file.ts";
import { fileName } from "../../../../shared/attachments/file-name.ts";
import type { AttachmentType, WalkedFile } from "../../../../shared/attachments/file-format.ts";
import type { FailureCode } from "../../../../shared/contract.ts";
import { attachmentLimits } from "../../../../shared/contract/attachments.ts";
import type { ChosenFile } from "../../../sync/attachments-session.ts";
import { drawThumbnail } from "./draw-thumbnail.ts";

/** A file that may be sent. */
export interface PreparedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly file: WalkedFile;
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
}

/** A file that may not, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly code: FailureCode;
}

export interface PreparedFiles {
  readonly ready: readonly PreparedFile[];
  readonly refused: readonly RefusedFile[];
}

/** The longest name that the service takes (`attachQuerySchema`), in characters. */
const longestName = 160;

/** Looks into files by what is in them, as the service does again, and draws a small picture of each photo. */
export async function prepareFiles(files: readonly File[]): Promise<PreparedFiles> {
  const ready: PreparedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const prepared = await prepare(file);
    if ("code" in prepared) refused.push(prepared);
    else ready.push(prepared);
  }
  return { ready, refused };
}

async function prepare(chosen: File): Promise<PreparedFile | RefusedFile> {
  const { name } = chosen;
  if (chosen.size > attachmentLimits.bytes) return { name, code: "attachment-size" };
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const found = examineFile(bytes);
  if (!found.ok) return { name, code: found.code };
  const thumbnail = isPicture(found.type) ? await drawThumbnail(chosen) : null;
  return { name: shortName(name, found.type), bytes, file: found.file, thumbnail };
}

/** What is sent: where it was taken leaves this machine with consent only. */
export function chosenFile(
  { name, bytes, file, thumbnail }: PreparedFile,
  keepsPosition: boolean,
): ChosenFile {
  const keeps = keepsPosition && file.hasPosition;
  return { name, bytes: keeps ? bytes : file.bare(), keepsPosition: keeps, thumbnail };
}

const isPicture = (type: AttachmentType): boolean => type.startsWith("image/");

/** The end of a name tells more than its middle. */
function shortName(typed: string, type: AttachmentType): string {
  return fileName(fileName(typed, type).slice(-longestName), type);
}
