import { writableColumns } from "../../../shared/model/access.ts";
import type { Role } from "../../../shared/model/role.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";

/** A role that writes every column of anybody's rows, or undefined where there is none. */
export function freeWriterOf(sheet: Sheet): Role | undefined {
  return sheet.access.write.find(
    (role) =>
      !sheet.access.own?.roles.includes(role) &&
      typedColumns(sheet).every(([key]) => writableColumns(sheet, role).includes(key)),
  );
}
