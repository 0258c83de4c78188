import type { Personal } from "./column.ts";
import { columnKeys, type Sheet } from "./sheet.ts";

/** The columns of a record that hold personal data, with what each says of the person. */
export function personalColumns(sheet: Sheet): readonly (readonly [string, Personal])[] {
  return columnKeys(sheet).flatMap((key) => {
    const personal = sheet.columns[key]?.personal;
    return personal === undefined ? [] : [[key, personal] as const];
  });
}

/** Those of them that tell whose data a row holds. */
export const identityColumns = (sheet: Sheet): ReturnType<typeof personalColumns> =>
  personalColumns(sheet).filter(([, personal]) => isIdentity(personal));

/** Whether a column tells whose data a row holds. */
export const isIdentity = (personal: Personal): boolean => personal !== "detail";
