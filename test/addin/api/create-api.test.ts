import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { createApi } from "../../../addin/api/create-api.ts";
import { createTokenStore } from "../../../addin/api/token-store.ts";

type Answering = (url: string, init: RequestInit) => Response | Promise<Response>;

function apiThat(answers: Answering, timeout = 1_000) {
  const asked: { url: string; init: RequestInit }[] = [];
  const tokenStore = createTokenStore(null);
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { href } = input instanceof Request ? new URL(input.url) : new URL(input);
    asked.push({ url: href, init });
    return answers(href, init);
  };
  return { asked, tokenStore, api: createApi({ baseUrl: "https://servicio", tokenStore, fetch, timeout }) };
}

const abortError = () => new DOMException("aborted", "AbortError");

const failing = (status: number, body: unknown, headers: HeadersInit = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

const tokens = { access: "t0k", refresh: "r1", expiresAt: Date.now() + 900_000 };
const push = { pushId: "a".repeat(32), schema: "s", workbook: "w", rows: [] };

describe("sign in", () => {
  test("keeps the token and sends it from then on", async () => {
    const { api, asked } = apiThat((url) =>
      url.endsWith("/sign-in/email")
        ? Response.json({ result: "signed-in", access: "t0k", refresh: "r", expiresIn: 900, device: "d" })
        : Response.json({ seq: 1, answers: [] }),
    );
    expect(await api.signIn("ana@empresa.co", "clave")).toEqual({
      ok: true,
      value: { result: "signed-in" },
    });
    await api.push(push);
    expect(new Headers(asked[0]?.init.headers).has("authorization")).toBe(false);
    expect(new Headers(asked[1]?.init.headers).get("authorization")).toBe("Bearer t0k");
  });

  test("says wrong credentials, and how long too many attempts lock out", async () => {
    const wrong = apiThat(() => failing(401, { message: "no" }));
    expect(await wrong.api.signIn("a@b.co", "x")).toEqual({
      ok: false,
      failure: { code: "bad-credentials" },
    });
    const locked = apiThat(() => failing(429, {}, { "x-retry-after": "42" }));
    expect(await locked.api.signIn("a@b.co", "x")).toEqual({
      ok: false,
      failure: { code: "locked-out", seconds: 42 },
    });
    expect(locked.api.isSignedIn()).toBe(false);
  });

  test("signing out forgets the token even without network", async () => {
    const { api, tokenStore } = apiThat(() => Promise.reject(new TypeError("no network")));
    tokenStore.write(tokens);
    await api.signOut();
    expect(api.isSignedIn()).toBe(false);
  });
});

describe("failures are data", () => {
  test("the service's code, or what the status means", async () => {
    const coded = apiThat(() => failing(409, { code: "schema-changed", requestId: "r" }));
    expect(await coded.api.push(push)).toEqual({ ok: false, failure: { code: "schema-changed" } });
    const bare = apiThat(() => failing(401, ""));
    expect(await bare.api.me()).toEqual({ ok: false, failure: { code: "unauthenticated" } });
    const proxy = apiThat(() => failing(503, "<html>"));
    expect(await proxy.api.me()).toEqual({ ok: false, failure: { code: "unavailable" } });
  });

  test("no network is offline, and so is an answer that never comes", async () => {
    const down = apiThat(() => Promise.reject(new TypeError("fetch failed")));
    expect(await down.api.me()).toEqual({ ok: false, failure: { code: "offline" } });
    const silent = apiThat(
      (_url, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(abortError()))),
      5,
    );
    expect(await silent.api.me()).toEqual({ ok: false, failure: { code: "offline" } });
  });

  test("what the person cancels is cancelled, before and during the request", async () => {
    const abort = new AbortController();
    const { api } = apiThat((_url, { signal }) => {
      abort.abort();
      return signal?.aborted ? Promise.reject(abortError()) : new Response("{}");
    });
    expect(await api.push(push, abort.signal)).toEqual({ ok: false, failure: { code: "cancelled" } });
  });

  test("a page that is not the service's counts as unavailable; JSON that breaks the contract throws", async () => {
    const portal = apiThat(() => new Response("<html>Bienvenido al wifi</html>"));
    expect(await portal.api.me()).toEqual({ ok: false, failure: { code: "unavailable" } });
    const broken = apiThat(() => Response.json({ person: 1 }));
    await expect(broken.api.me()).rejects.toThrow("person");
  });
});

describe("the token", () => {
  test("survives a reload where storage allows, apart per partition", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    createTokenStore(storage, "one-").write(tokens);
    expect(createTokenStore(storage, "one-").read()).toBe("t0k");
    expect(createTokenStore(storage, "two-").read()).toBeNull();
    createTokenStore(storage, "one-").write(null);
    expect(kept.size).toBe(0);
  });

  test("lives in memory where the browser blocks storage", () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    const store = createTokenStore({ getItem: blocked, setItem: blocked, removeItem: blocked });
    store.write(tokens);
    expect(store.read()).toBe("t0k");
  });
});

test("a command's signal is heard during each request and by none that has ended", async () => {
  const command = new AbortController();
  const heard: number[] = [];
  const { api } = apiThat(() => {
    heard.push(getEventListeners(command.signal, "abort").length);
    return Response.json({ seq: 1, answers: [] });
  });
  for (let request = 0; request < 3; request += 1) await api.push(push, command.signal);
  expect(heard).toEqual([1, 1, 1]);
  expect(getEventListeners(command.signal, "abort")).toEqual([]);
});
