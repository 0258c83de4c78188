/** Where the session's bearer token is kept between openings of the pane; never in the workbook. */
export interface TokenStore {
  read(): string | null;
  write(token: string | null): void;
}

/** The part of `Storage` that is used; browsers may block it. */
type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A token in memory and, as far as the browser allows, in the given storage, so that a reload of the pane keeps the
 * session. `partition` is Office's partition key, which separates sites that embed Excel on the web.
 */
export function createTokenStore(storage: Storage | null, partition = ""): TokenStore {
  const key = `${partition}ventas-al-dia.token`;
  let token = attempt(() => storage?.getItem(key) ?? null) ?? null;
  return {
    read: () => token,
    write(next) {
      token = next;
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
