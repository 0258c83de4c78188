import { columnKeys, columnOf, type Sheet } from "./model/sheet.ts";

/**
 * A fingerprint of the definitions: it changes whenever a record gains, loses or renames a column, or a column its kind.
 * Pane and service must agree on it before rows travel.
 */
export function schemaFingerprint(sheets: readonly Sheet[]): string {
  const shape = sheets.map((sheet) => [
    sheet.id,
    ...columnKeys(sheet).map((key) => `${key}:${columnOf(sheet, key).kind.name}`),
  ]);
  return fnv1a(JSON.stringify(shape));
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: it only has to differ, not to resist anybody. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
