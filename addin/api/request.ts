import type { z } from "zod";
import { parseJson } from "../parse-json.ts";
import { failureOf, type Answer, type ApiFailure, type ApiResult } from "./failure.ts";
import type { TokenStore } from "./token-store.ts";

export interface RequestDeps {
  /** Address of the service, without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly tokenStore: TokenStore;
  /** Milliseconds after which an unanswered request counts as offline. */
  readonly timeout: number;
}

interface Question {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without one the request is a GET. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the service and parses its answer. Failures of network, session and service are data; an answer in JSON that
 * breaks the contract throws, as the two sides then disagree about what they are saying.
 */
export async function request<T>(
  deps: RequestDeps,
  { answer, ...question }: Question & { readonly answer: z.ZodType<T> },
): Promise<ApiResult<T>> {
  const sent = await send(deps, question);
  if (!sent.ok) return sent;
  if (!sent.value.ok) return { ok: false, failure: failureOf(sent.value) };
  if (sent.value.body === undefined) return { ok: false, failure: { code: "unavailable" } };
  return { ok: true, value: answer.parse(sent.value.body) };
}

/** Sends without judging the status; what comes back is the whole answer, or why there is none. */
export async function send(deps: RequestDeps, question: Question): Promise<ApiResult<Answer>> {
  const { path, query, signal } = question;
  const url = `${deps.baseUrl}/api${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
  const ended = new AbortController();
  try {
    const response = await deps.fetch(url, {
      ...contentOf(question, deps.tokenStore.read()),
      credentials: "omit",
      cache: "no-store",
      signal: firstOf(AbortSignal.timeout(deps.timeout), signal, ended.signal),
    });
    const { ok, status, headers } = response;
    return { ok: true, value: { ok, status, headers, body: parseJson(await response.text()) } };
  } catch (error) {
    return { ok: false, failure: networkFailure(error, signal) };
  } finally {
    ended.abort();
  }
}

function contentOf({ body }: Question, token: string | null): RequestInit {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  if (body === undefined) return { method: "GET", headers: authorization };
  const headers = { ...authorization, "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

/** `AbortSignal.any`, which the web views of older Macs lack. It listens until `ended`: a command's signal serves many requests. */
function firstOf(limit: AbortSignal, signal: AbortSignal | undefined, ended: AbortSignal): AbortSignal {
  if (!signal) return limit;
  const either = new AbortController();
  for (const one of [limit, signal]) {
    if (one.aborted) either.abort(one.reason);
    one.addEventListener("abort", () => either.abort(one.reason), { once: true, signal: ended });
  }
  return either.signal;
}

/** `fetch` rejects with a TypeError without network and a DOMException when aborted; anything else is a bug. */
function networkFailure(error: unknown, signal: AbortSignal | undefined): ApiFailure {
  if (signal?.aborted) return { code: "cancelled" };
  if (error instanceof TypeError || error instanceof DOMException) return { code: "offline" };
  throw error;
}
