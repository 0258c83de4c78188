import { refreshAnswerSchema, type SessionTokens } from "../../shared/contract/sign-in.ts";
import { parseJson } from "../parse-json.ts";
import type { HeldTokens, TokenStore } from "./token-store.ts";

/** `ended`: the service knows the session no more. `failed`: it could not be asked, and everything stays as it is. */
export type Refreshed = "refreshed" | "ended" | "failed";

export interface RefreshDeps {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly tokenStore: TokenStore;
  readonly timeout: number;
}

/** Milliseconds before its end at which an access token is exchanged without waiting for a refusal. */
const early = 60_000;
const lockName = "ventas-al-dia.refresh";

const underWay = new WeakMap<TokenStore, Promise<Refreshed>>();

export function heldTokens({ access, refresh, expiresIn }: SessionTokens): HeldTokens {
  return { access, refresh, expiresAt: Date.now() + expiresIn * 1_000 };
}

/** Exchanges tokens that are about to expire; undefined where there is nothing to wait for. */
export function refreshInTime(deps: RefreshDeps): Promise<Refreshed> | undefined {
  const held = deps.tokenStore.tokens();
  return held && held.expiresAt - Date.now() < early ? refreshOnce(deps) : undefined;
}

/**
 * Exchanges the refresh token for the next tokens: once for all requests that need it, and one pane of this browser at a
 * time, the others taking over what it got.
 */
export function refreshOnce(deps: RefreshDeps): Promise<Refreshed> {
  const running = underWay.get(deps.tokenStore);
  if (running) return running;
  const next = alone(() => exchange(deps)).finally(() => underWay.delete(deps.tokenStore));
  underWay.set(deps.tokenStore, next);
  return next;
}

/** Where the browser has no locks, the service takes the same token twice within a minute. */
function alone(act: () => Promise<Refreshed>): Promise<Refreshed> {
  const here: { readonly navigator?: { readonly locks?: LockManager } } = globalThis;
  return here.navigator?.locks?.request(lockName, act) ?? act();
}

async function exchange({ baseUrl, fetch, tokenStore, timeout }: RefreshDeps): Promise<Refreshed> {
  const held = tokenStore.tokens();
  if (!held) return "ended";
  if (tokenStore.adopt(held.refresh)) return "refreshed";
  try {
    const response = await fetch(`${baseUrl}/api/auth/refresh`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ refresh: held.refresh }),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status === 401) return "ended";
    const answer = refreshAnswerSchema.safeParse(parseJson(await response.text()));
    if (!response.ok || !answer.success) return "failed";
    // Somebody may have signed out, or in as another, while it was under way.
    if (tokenStore.tokens()?.refresh !== held.refresh) return "failed";
    tokenStore.renew(heldTokens(answer.data));
    return "refreshed";
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return "failed";
    throw error;
  }
}
