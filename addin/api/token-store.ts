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

/**
 * A token in memory and, as far as the browser allows, in the given storage, so that a reload of the pane keeps the
 * session. `partition` is Office's partition key, which separates sites that embed Excel on the web.
 */
export function createTokenStore(storage: Storage | null, partition = ""): TokenStore {
  const token = createEntry(storage, `${partition}ventas-al-dia.token`);
  const owner = createEntry(storage, `${partition}ventas-al-dia.owner`);
  return {
    read: token.read,
    write(next) {
      token.write(next);
      if (next === null) owner.write(null);
    },
    readOwner: owner.read,
    writeOwner: owner.write,
  };
}

function createEntry(storage: Storage | null, key: string) {
  let text = attempt(() => storage?.getItem(key) ?? null) ?? null;
  return {
    read: () => text,
    write(next: string | null) {
      text = next;
      attempt(() => (next === null ? storage?.removeItem(key) : storage?.setItem(key, next)));
    },
  };
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
