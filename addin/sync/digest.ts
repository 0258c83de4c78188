import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { RowReading } from "../../shared/model/read-row.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";

/** 72 bits: two versions of one row must differ, nobody has to be resisted. */
const digestBytes = 9;

/**
 * The digest of a row's canonical values over the columns that the table has, in the definition's order. Empty cells
 * count as absent, so that a column that is added later changes no digest; cells that cannot be read count as their text.
 */
export function rowDigest(
  sheet: Sheet,
  { values, unread }: Pick<RowReading, "values" | "unread">,
  columns: ReadonlySet<string>,
): string {
  const filled: unknown[] = [];
  for (const [key] of typedColumns(sheet)) {
    if (!columns.has(key)) continue;
    const text = unread[key];
    const value = values[key] ?? null;
    if (text !== undefined) filled.push([key, { unread: text }]);
    else if (value !== null) filled.push([key, value]);
  }
  return digestOfText(JSON.stringify(filled));
}

/** Twelve characters that tell texts apart. */
export function digestOfText(text: string): string {
  return toBase64Url(sha256(utf8ToBytes(text)).subarray(0, digestBytes));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
