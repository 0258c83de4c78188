import { tidy } from "../text/normalise.ts";
import type { AttachmentType } from "./file-format.ts";

const endings: Readonly<Record<AttachmentType, readonly string[]>> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "application/pdf": ["pdf"],
};

/** What a file may be called: one line, without marks that turn the direction of what is read, no folders. */
export function fileName(typed: string, type: AttachmentType): string {
  const plain = tidy(typed.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, " "));
  const [ending = ""] = endings[type];
  const said = /\.([^.\s]{1,8})$/u.exec(plain)?.[1]?.toLowerCase() ?? "";
  if (endings[type].includes(said)) return plain;
  return `${plain === "" ? "archivo" : plain}.${ending}`;
}
