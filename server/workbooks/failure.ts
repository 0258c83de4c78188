/** Why a file is not read: nothing of it is used then. */
export type WorkbookFailure =
  /** Protected by a password, so that only Excel can open it. */
  | "encrypted"
  /** No .xlsx at all: an old .xls, a text, a picture. */
  | "not-a-workbook"
  /** Cut off or changed, so that its parts do not fit together. */
  | "damaged"
  /** More cells or bytes than this service takes at once. */
  | "too-large"
  /** Made to exhaust whoever opens it: a zip bomb, entities, parts out of proportion. */
  | "hostile";

/** Thrown while a file is read, and turned into a result at the one place that starts reading. */
export class UnreadableWorkbook extends Error {
  readonly failure: WorkbookFailure;

  constructor(failure: WorkbookFailure, reason: string) {
    super(reason);
    this.failure = failure;
  }
}
