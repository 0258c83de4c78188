import { expect, test } from "vitest";
import { createLiveApi, type LiveListener } from "../../../addin/api/live-api.ts";
import { createTokenStore } from "../../../addin/api/token-store.ts";

const pane = "0".repeat(32);
const encoder = new TextEncoder();

/** A service that answers with these pieces of a stream, and what is heard of them. */
function listening(pieces: readonly Uint8Array[], more: ResponseInit = {}) {
  const heard: string[] = [];
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const body = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces[asked.length === 0 ? 0 : at++];
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
  let at = 0;
  const listener: LiveListener = {
    heard: () => heard.push("·"),
    hello: ({ role }) => heard.push(`hello ${role}`),
    changed: ({ sheets }) => heard.push(sheets.join(" ")),
  };
  const live = createLiveApi({
    baseUrl: "https://servicio",
    tokenStore: createTokenStore(null),
    timeout: 1,
    fetch: async (url, init = {}) => {
      asked.push({ url: new Request(url).url, init });
      return more.status
        ? Response.json({ code: "too-many-requests", requestId: "x" }, more)
        : new Response(body());
    },
  });
  const listen = () => live.listen({ pane, epoch: "e", seq: "7" }, listener, new AbortController().signal);
  return { heard, asked, listen };
}

const events = [
  'event: hello\ndata: {"epoch":"e","schema":"s","role":"advisor"}\n\n',
  ":\n\n",
  'event: changed\ndata: {"sheets":["visits","sales"]}\n\n',
  'event: bye\ndata: {"why":"stopping"}\n\n',
].join("");

test("events are heard however the network cuts them, and why the service ended them", async () => {
  const bytes = encoder.encode(events);
  for (const size of [1, 7, bytes.length]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.slice(at * size, (at + 1) * size),
    );
    const { heard, asked, listen } = listening(pieces);
    expect(await listen()).toEqual({ ok: true, value: "stopping" });
    expect(heard.filter((one) => one !== "·")).toEqual(["hello advisor", "visits sales"]);
    expect(heard.filter((one) => one === "·")).toHaveLength(pieces.length);
    expect(asked[0]?.url).toBe(`https://servicio/api/live?pane=${pane}&epoch=e&seq=7`);
  }
});

test("what is no event of the service's is passed over: what comes through proxies may be anything", async () => {
  const odd =
    'event: changed\ndata: <html>\n\nevent: news\ndata: {}\n\nevent: changed\ndata: {"sheets":[]}\n\n';
  const { heard, listen } = listening([encoder.encode(odd), encoder.encode(events.slice(0, 60))]);
  expect(await listen()).toEqual({ ok: true, value: null });
  expect(heard.filter((one) => one !== "·")).toEqual([]);
});

test("a line without end is given up", async () => {
  const { listen } = listening(Array.from({ length: 40 }, () => encoder.encode("x".repeat(10_000))));
  expect(await listen()).toEqual({ ok: true, value: null });
});

test("a refusal tells when to come back", async () => {
  const { listen } = listening([], { status: 429, headers: { "retry-after": "60" } });
  expect(await listen()).toEqual({ ok: false, failure: { code: "too-many-requests", retryAfter: 60 } });
});
