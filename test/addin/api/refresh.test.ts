import { afterEach, expect, test, vi } from "vitest";
import { createApi } from "../../../addin/api/create-api.ts";
import { createTokenStore, type TokenStore } from "../../../addin/api/token-store.ts";

afterEach(() => void vi.useRealTimers());

const minute = 60_000;
const settings = { versions: [] };

/** A service whose tokens are numbered: `a1` opens until it is told otherwise, `r1` gives `a2` and `r2`. */
function createService() {
  const seen: string[] = [];
  const state = { newest: 1, ended: false, cut: 0 };
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    if (path.endsWith("/auth/refresh")) {
      const { refresh } = JSON.parse(init.body as string) as { refresh: string };
      seen.push(refresh);
      if (state.ended) return new Response("", { status: 401 });
      const next = Number(refresh.slice(1)) + 1;
      state.newest = Math.max(state.newest, next);
      if (state.cut-- > 0) throw new TypeError("the answer was lost");
      return Response.json({ access: `a${next}`, refresh: `r${next}`, expiresIn: 900 });
    }
    const token = new Headers(init.headers).get("authorization") ?? "";
    seen.push(token.replace("Bearer ", ""));
    return token === `Bearer a${state.newest}` && !state.ended
      ? Response.json(settings)
      : new Response("", { status: 401 });
  };
  return { seen, state, fetch };
}

function createPane(
  service: ReturnType<typeof createService>,
  tokenStore: TokenStore = createTokenStore(null),
) {
  if (!tokenStore.tokens())
    tokenStore.write({ access: "a1", refresh: "r1", expiresAt: Date.now() + 15 * minute });
  const api = createApi({ baseUrl: "https://servicio", tokenStore, fetch: service.fetch, timeout: 1_000 });
  return { tokenStore, ask: () => api.settings.list() };
}

test("a token that is about to expire is exchanged first, once for all that ask at the same time", async () => {
  const service = createService();
  const { ask } = createPane(service);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 14.5 * minute });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(service.seen).toEqual(["r1", "a2", "a2", "a2"]);
});

test("a token that is not taken any more is exchanged and the request sent again, once", async () => {
  const service = createService();
  const { ask } = createPane(service);
  service.state.newest = 2;
  expect(await ask()).toEqual({ ok: true, value: settings });
  expect(service.seen).toEqual(["a1", "r1", "a2"]);
  service.state.newest = 99;
  expect(await ask()).toEqual({ ok: false, failure: { code: "unauthenticated" } });
  expect(service.seen.slice(3)).toEqual(["a2", "r2", "a3"]);
});

test("an answer that was lost changes nothing: the same token is exchanged again", async () => {
  const service = createService();
  const { ask, tokenStore } = createPane(service);
  service.state.cut = 1;
  service.state.newest = 2;
  expect(await ask()).toEqual({ ok: false, failure: { code: "offline" } });
  expect(tokenStore.tokens()?.refresh).toBe("r1");
  expect(await ask()).toEqual({ ok: true, value: settings });
});

test("without network the session stays as it is", async () => {
  const service = createService();
  const { ask, tokenStore } = createPane(service);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60 * minute });
  service.state.cut = 1;
  service.state.newest = 2;
  expect(await ask()).toEqual({ ok: true, value: settings });
  expect(tokenStore.tokens()?.refresh).toBe("r2");
});

test("a session that the service ended is said to be over, and who it was of stays known", async () => {
  const service = createService();
  const { ask, tokenStore } = createPane(service);
  tokenStore.writeOwner("Ana");
  service.state.ended = true;
  expect(await ask()).toEqual({ ok: false, failure: { code: "unauthenticated" } });
  expect(tokenStore.readOwner()).toBe("Ana");
});

test("a pane takes over the tokens that another pane of its session exchanged", async () => {
  const service = createService();
  const texts = new Map<string, string>();
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
  const first = createPane(service, createTokenStore(storage));
  const second = createPane(service, createTokenStore(storage));
  service.state.newest = 2;
  expect((await first.ask()).ok).toBe(true);
  expect((await second.ask()).ok).toBe(true);
  expect(service.seen).toEqual(["a1", "r1", "a2", "a1", "a2"]);
});
