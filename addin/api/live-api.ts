import { createParser } from "eventsource-parser";
import {
  liveEvents,
  type LiveBye,
  type LiveChanged,
  type LiveHello,
  type LiveQuery,
} from "../../shared/contract/live.ts";
import { leaseAnswerSchema, type LeaseAnswer, type LeaseRequest } from "../../shared/contract/lease.ts";
import { parseJson } from "../parse-json.ts";
import type { ApiResult } from "./failure.ts";
import { readStream, request, type RequestDeps } from "./request.ts";

/** What is heard of a stream, as it comes. */
export interface LiveListener {
  /** Anything came: the stream is open. */
  heard(): void;
  hello(hello: LiveHello): void;
  changed(changed: LiveChanged): void;
}

/** What keeps a pane in step with others: notices as they happen, and which pane works by itself. */
export interface LiveApi {
  /** Listens until the stream ends; why the service ended it, null where it broke off, or what kept it from beginning. */
  listen(
    query: LiveQuery,
    listener: LiveListener,
    signal: AbortSignal,
  ): Promise<ApiResult<LiveBye["why"] | null>>;
  lease(lease: LeaseRequest): Promise<ApiResult<LeaseAnswer>>;
}

/** Characters that one event may have: more is no event of the service. */
const longestEvent = 100_000;

export function createLiveApi(deps: RequestDeps): LiveApi {
  return {
    listen: (query, listener, signal) =>
      readStream(deps, { path: "/live", query: { ...query }, signal }, (body) => follow(body, listener)),
    lease: (body) =>
      // The page may be closing: what gives a lease back is to arrive all the same.
      request(deps, { path: "/lease", body, answer: leaseAnswerSchema, outlivesPage: body.release ?? false }),
  };
}

/** Reads events to the end; those that nobody knows are passed over, as a newer service may send them. */
async function follow(
  body: ReadableStream<Uint8Array>,
  listener: LiveListener,
): Promise<LiveBye["why"] | null> {
  const heard: { bye?: LiveBye; isNonsense?: true } = {};
  const parser = createParser({
    maxBufferSize: longestEvent,
    onError({ type }) {
      if (type === "max-buffer-size-exceeded") heard.isNonsense = true;
    },
    onEvent({ event, data }) {
      const content = parseJson(data);
      if (event === "hello") whenIs(liveEvents.hello, content, (hello) => listener.hello(hello));
      if (event === "changed") whenIs(liveEvents.changed, content, (changed) => listener.changed(changed));
      if (event === "bye") whenIs(liveEvents.bye, content, (bye) => (heard.bye = bye));
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || heard.isNonsense) return heard.bye?.why ?? null;
    listener.heard();
    parser.feed(decoder.decode(value, { stream: true }));
  }
}

/** What comes through proxies may be anything; what is no event of ours tells nothing. */
function whenIs<T>(
  schema: { safeParse(input: unknown): { success: true; data: T } | { success: false } },
  content: unknown,
  act: (event: T) => void,
): void {
  const parsed = schema.safeParse(content);
  if (parsed.success) act(parsed.data);
}
