import { z } from "zod";
import { parseJson } from "../parse-json.ts";

/** What the service gives for a session: the token of requests, and what is exchanged for the next ones. */
export interface HeldTokens {
  readonly access: string;
  readonly refresh: string;
  /** Milliseconds since 1970, by this machine, at which `access` expires. */
  readonly expiresAt: number;
}

/** Where the session's tokens are kept between openings of the pane; never in the workbook. */
export interface TokenStore {
  /** The token of requests. */
  read(): string | null;
  tokens(): HeldTokens | null;
  /** Keeps the tokens of a session that was opened; null forgets them, and whom they were for. */
  write(tokens: HeldTokens | null): void;
  /** Keeps the next tokens of the same session. */
  renew(tokens: HeldTokens): void;
  /** Takes over what another pane of this browser exchanged the given refresh token for, if it did. */
  adopt(refresh: string): boolean;
  /** What the service last said of the session's owner, so that the pane opens without network. */
  readOwner(): string | null;
  writeOwner(owner: string): void;
  /** What makes this browser known to the service, whoever signs in or out. */
  readDevice(): string | null;
  writeDevice(device: string): void;
}

/** The part of `Storage` that is used; browsers may block it. */
type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const key = "ventas-al-dia.session";
const deviceKey = "ventas-al-dia.device";

/**
 * Tokens and owner are one entry: other panes of this browser write it too, and a token is only its own owner's.
 * `session` is the first refresh token, long exchanged: it names the session while its tokens change.
 */
const entrySchema = z.object({
  session: z.string(),
  access: z.string(),
  refresh: z.string(),
  expiresAt: z.number(),
  owner: z.string().nullable(),
});
type Entry = Readonly<z.infer<typeof entrySchema>>;

/**
 * Tokens in memory and, as far as the browser allows, in the given storage, so that the next opening of the pane keeps
 * the session. `partition` is Office's partition key, which separates sites that embed Excel on the web. A pane goes on
 * with the session that it began with, whatever session other panes open; those of the same session share its tokens.
 */
export function createTokenStore(storage: Storage | null, partition = ""): TokenStore {
  const stored = () => parseEntry(attempt(() => storage?.getItem(partition + key) ?? null) ?? null);
  let entry = stored();
  let device = attempt(() => storage?.getItem(partition + deviceKey) ?? null) ?? null;
  const keep = (next: Entry | null) => {
    entry = next;
    attempt(() => {
      if (next === null) storage?.removeItem(partition + key);
      else storage?.setItem(partition + key, JSON.stringify(next));
    });
  };
  return {
    read: () => entry?.access ?? null,
    tokens: () => entry,
    write(tokens) {
      keep(tokens && { ...tokensOf(tokens), session: tokens.refresh, owner: null });
    },
    renew(tokens) {
      if (!entry) return;
      const next = { ...entry, ...tokensOf(tokens) };
      const other = stored();
      // Whoever signed in from another pane meanwhile is who the browser remembers.
      if (other && other.session !== entry.session) entry = next;
      else keep(next);
    },
    adopt(refresh) {
      const other = stored();
      if (!entry || other?.session !== entry.session || other.refresh === refresh) return false;
      entry = other;
      return true;
    },
    readOwner: () => entry?.owner ?? null,
    writeOwner(owner) {
      if (entry) keep({ ...entry, owner });
    },
    readDevice: () => device,
    writeDevice(next) {
      device = next;
      attempt(() => storage?.setItem(partition + deviceKey, next));
    },
  };
}

const tokensOf = ({ access, refresh, expiresAt }: HeldTokens): HeldTokens => ({ access, refresh, expiresAt });

/** Damaged by the browser, or of another version of the pane: then nobody is signed in. */
function parseEntry(text: string | null): Entry | null {
  const parsed = entrySchema.safeParse(text === null ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Blocked storage throws `SecurityError`, a full one `QuotaExceededError`: the tokens then live in memory only. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
