import { isTyped, type Column } from "./model/column.ts";
import { createDirectory } from "./model/directory.ts";
import type { Context } from "./model/kind.ts";
import type { Sheet } from "./model/sheet.ts";

/**
 * A fingerprint of the definitions: it changes whenever a record or column is added, removed or renamed, or a column gets
 * another kind, label, option, condition or permission. Pane and service must agree on it before rows travel.
 */
export function schemaFingerprint(sheets: readonly Sheet[]): string {
  return fnv1a(JSON.stringify(sheets.map(sheetShape)));
}

function sheetShape({ id, label, keys, access, versioning, peers, columns }: Sheet): unknown {
  return [id, label, keys, access, versioning, peers, Object.entries(columns).map(columnShape)];
}

function columnShape([key, column]: readonly [string, Column]): unknown {
  const { kind, label, required, onlyWhen, read, write } = column;
  return [key, kind.name, kind.options?.(nobody), label, required, onlyWhen, read, write, isTyped(column)];
}

/** Options that depend on the people are theirs to change without a new definition. */
const nobody: Context = { today: "2000-01-01", people: createDirectory([]), date1904: false };

/** FNV-1a, 32 bits, as eight hexadecimal digits: it only has to differ, not to resist anybody. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
