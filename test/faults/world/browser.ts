import { createApi } from "../../../addin/api/create-api.ts";
import { createTokenStore, type HeldTokens, type TokenStore } from "../../../addin/api/token-store.ts";
import { password, type Person } from "./people.ts";

/** What a person's browser keeps: all panes of theirs share it, and it outlives them. */
export class Browser {
  readonly #kept = new Map<string, string>();
  readonly #person: Person;

  constructor(person: Person, held: HeldTokens | undefined) {
    this.#person = person;
    if (held) this.tokenStore().write(held);
  }

  /** As a pane that opens now begins with it. */
  tokenStore(): TokenStore {
    const kept = this.#kept;
    return createTokenStore({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    });
  }

  /** An authorisation that the service takes now. */
  async authorisation(baseUrl: string): Promise<string> {
    const tokenStore = this.tokenStore();
    const api = createApi({ baseUrl, tokenStore });
    const me = await api.me();
    if (!me.ok && me.failure.code === "unauthenticated") await api.signIn(this.#person.email, password);
    return `Bearer ${tokenStore.read() ?? ""}`;
  }
}
