import { isTyped } from "./column.ts";
import type { Role } from "./role.ts";
import { columnKeys, columnOf, type Sheet } from "./sheet.ts";
import type { Row } from "./value.ts";

/** Who is asking. */
export interface Person {
  readonly id: string;
  readonly role: Role;
}

export function canRead(sheet: Sheet, role: Role): boolean {
  return sheet.access.read.includes(role);
}

export function canWrite(sheet: Sheet, role: Role): boolean {
  return sheet.access.write.includes(role);
}

/** Whether a role may add and void rows: those limited to some columns may not. */
export function canWriteWholeRows(sheet: Sheet, role: Role): boolean {
  return canWrite(sheet, role) && sheet.access.only?.[role] === undefined;
}

/** Who verifies rows of a record that does not say it (domain: quality verifies rows, the director owns the process). */
const usualVerifiers: readonly Role[] = ["director", "quality"];

/** Whether a role validates and returns rows. Nobody vouches for a row of which they do not see every column. */
export function canVerify(sheet: Sheet, role: Role): boolean {
  const verifiers = sheet.access.verify ?? usualVerifiers;
  return verifiers.includes(role) && readableColumns(sheet, role).length === columnKeys(sheet).length;
}

/** Whether a role validates also what its own people wrote: the director answers for all of it. */
export function vouchesForOwn(role: Role): boolean {
  return role === "director";
}

/** The columns that a role may see, in order. */
export function readableColumns(sheet: Sheet, role: Role): readonly string[] {
  if (!canRead(sheet, role)) return [];
  return columnKeys(sheet).filter((key) => columnOf(sheet, key).read?.includes(role) ?? true);
}

/** The columns that a role may change: readable, filled in by people, and theirs. */
export function writableColumns(sheet: Sheet, role: Role): readonly string[] {
  if (!canWrite(sheet, role)) return [];
  const only = sheet.access.only?.[role];
  return readableColumns(sheet, role).filter((key) => {
    const column = columnOf(sheet, key);
    return isTyped(column) && (column.write?.includes(role) ?? true) && (only?.includes(key) ?? true);
  });
}

/** The column that must name the person for them to read (or write) a row, or undefined where any row will do. */
export function ownColumn(sheet: Sheet, role: Role, act: "read" | "write"): string | undefined {
  const own = sheet.access.own;
  return own?.roles.includes(role) && own.limits.includes(act) ? own.column : undefined;
}

/** Whether a person may read (or write) this very row. */
export function mayTouch(sheet: Sheet, person: Person, act: "read" | "write", row: Row): boolean {
  const allowed = act === "read" ? canRead(sheet, person.role) : canWrite(sheet, person.role);
  const column = ownColumn(sheet, person.role, act);
  return allowed && (column === undefined || row[column] === person.id);
}
