import { z } from "zod";
import { parseJson } from "../parse-json.ts";

/** Where the session's bearer token is kept between openings of the pane; never in the workbook. */
export interface TokenStore {
  read(): string | null;
  /** Keeps a token; null forgets it, and whom it was for. */
  write(token: string | null): void;
  /** What the service last said of the token's owner, so that the pane opens without network. */
  readOwner(): string | null;
  writeOwner(owner: string): void;
}

/** The part of `Storage` that is used; browsers may block it. */
type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const key = "ventas-al-dia.session";

/** Token and owner are one entry: other panes of this browser write it too, and a token is only its own owner's. */
const entrySchema = z.object({ token: z.string(), owner: z.string().nullable() });
type Entry = Readonly<z.infer<typeof entrySchema>>;

/**
 * A token in memory and, as far as the browser allows, in the given storage, so that the next opening of the pane keeps
 * the session. `partition` is Office's partition key, which separates sites that embed Excel on the web. A pane goes on
 * with the token that it began with, whatever other panes do.
 */
export function createTokenStore(storage: Storage | null, partition = ""): TokenStore {
  let entry = parseEntry(attempt(() => storage?.getItem(partition + key) ?? null) ?? null);
  const keep = (next: Entry | null) => {
    entry = next;
    attempt(() => {
      if (next === null) storage?.removeItem(partition + key);
      else storage?.setItem(partition + key, JSON.stringify(next));
    });
  };
  return {
    read: () => entry?.token ?? null,
    write: (token) => keep(token === null ? null : { token, owner: null }),
    readOwner: () => entry?.owner ?? null,
    writeOwner(owner) {
      if (entry) keep({ ...entry, owner });
    },
  };
}

/** Damaged by the browser, or of another version of the pane: then nobody is signed in. */
function parseEntry(text: string | null): Entry | null {
  const parsed = entrySchema.safeParse(text === null ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Blocked storage throws `SecurityError`, a full one `QuotaExceededError`: the token then lives in memory only. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
