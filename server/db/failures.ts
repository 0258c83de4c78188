/** The database takes no more work, or cannot say whether it kept something; nothing was acknowledged. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** More work waits for the database than it may; nothing of this was begun. */
export class DatabaseBusy extends Error {
  override readonly name = "DatabaseBusy";
}

/** Something that the decision rested on changed before it was written: read and decide again. */
export class DecisionStale extends Error {
  override readonly name = "DecisionStale";
}

/** The service cannot start; the message is a Spanish sentence for whoever starts it. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

/** What went wrong below, as far as we act on it. */
export type Trouble = "stale" | "fatal" | "passing";

/** Codes after which the state of the connection is not to be trusted (docs/decisions/020-one-owner-one-queue.md). */
const fatalCodes = new Set([
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_IOERR",
  "SQLITE_CORRUPT",
  "SQLITE_NOTADB",
  "SQLITE_CANTOPEN",
  "SQLITE_PROTOCOL",
  "SQLITE_READONLY",
]);
const passingCodes = new Set([
  "SQLITE_FULL",
  "SERVER_ERROR",
  "HRANA_CLOSED_ERROR",
  "HRANA_PROTO_ERROR",
  "HRANA_WEBSOCKET_ERROR",
]);

/** Judges a database error by its code; undefined for a mistake of ours, which is thrown as it is. */
export function troubleOf(error: unknown): Trouble | undefined {
  const code = codeOf(error);
  if (code === undefined)
    return error instanceof TypeError && error.message === "fetch failed" ? "passing" : undefined;
  if (code === "SQLITE_CONSTRAINT") return "stale";
  if (fatalCodes.has(code)) return "fatal";
  return passingCodes.has(code) ? "passing" : undefined;
}

/** The code of an error of the disk or of the database, without its extension; undefined for others. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const [, base = error.code] = /^(SQLITE_[A-Z]+)/.exec(error.code) ?? [];
  return base;
}
