import { officeErrorCode } from "./run.ts";

/** Why Excel could not do something; the cells of the person are untouched or safe to try again. */
export type ExcelFailure =
  | { readonly code: "cell-edit-mode" }
  | { readonly code: "protected"; readonly worksheet: string }
  /** Excel refuses to change something, without saying which sheet. */
  | { readonly code: "access-denied" }
  | { readonly code: "table-missing" }
  /** Excel cannot move what lies below a table; the worksheet is empty where Excel does not say which. */
  | { readonly code: "no-room"; readonly worksheet: string }
  /** The cells where something was to be inserted hold something. */
  | { readonly code: "occupied"; readonly worksheet: string }
  /** The worksheet is not as it was when the person looked at what is to be done to it. */
  | { readonly code: "sheet-changed"; readonly worksheet: string }
  /** Columns that linking inserts would tear another table of the worksheet. */
  | { readonly code: "table-in-the-way"; readonly worksheet: string }
  /** Anything else; the detail is Office.js's own code, for logs and not for people. */
  | { readonly code: "excel"; readonly detail: string }
  | { readonly code: "unsupported-excel" };

/** A refusal that this layer found out by itself, on its way to the command that answers it. */
export class ExcelRefusal extends Error {
  readonly failure: ExcelFailure;

  constructor(failure: ExcelFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

const failureByCode: Readonly<Record<string, ExcelFailure>> = {
  InvalidOperationInCellEditMode: { code: "cell-edit-mode" },
  AccessDenied: { code: "access-denied" },
  InsertDeleteConflict: { code: "no-room", worksheet: "" },
  ApiNotFound: { code: "unsupported-excel" },
};

/** The failure behind an error of Office.js or of this layer; undefined for anything else, which is a bug. */
export function excelFailureOf(error: unknown): ExcelFailure | undefined {
  if (error instanceof ExcelRefusal) return error.failure;
  const code = officeErrorCode(error);
  return code === undefined ? undefined : (failureByCode[code] ?? { code: "excel", detail: code });
}
