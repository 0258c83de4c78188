import type { z } from "zod";
import { parseJson } from "../parse-json.ts";
import { failureOf, type Answer, type ApiFailure, type ApiResult } from "./failure.ts";
import { refreshInTime, refreshOnce } from "./refresh.ts";
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
  /** Sent by POST, bytes as they are and anything else as JSON; without one the request is a GET. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** It carries no token: whoever asks has no session yet, or leaves the one that they had. */
  readonly isUnsigned?: true;
  /** It has no last moment: whoever asks ends it. */
  readonly isEndless?: true;
  /** Sent on while the page is closing. */
  readonly outlivesPage?: boolean;
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

/** Asks the service for a file. */
export async function requestBytes(deps: RequestDeps, question: Question): Promise<ApiResult<Blob>> {
  const asked = await ask(deps, question, async (response) =>
    response.ok ? { file: await response.blob() } : { refusal: await answerOf(response) },
  );
  if (!asked.ok) return asked;
  const { file, refusal } = asked.value;
  if (refusal) return { ok: false, failure: failureOf(refusal) };
  return { ok: true, value: file };
}

/** Asks the service for a stream, which `read` reads to its end. */
export async function readStream<T>(
  deps: RequestDeps,
  question: Question,
  read: (body: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<T>,
): Promise<ApiResult<T>> {
  const asked = await ask(deps, { ...question, isEndless: true }, async (response) =>
    response.ok && response.body ? { end: await read(response.body) } : { refusal: await answerOf(response) },
  );
  if (!asked.ok) return asked;
  return asked.value.refusal
    ? { ok: false, failure: failureOf(asked.value.refusal) }
    : { ok: true, value: asked.value.end };
}

/** Sends without judging the status; what comes back is the whole answer, or why there is none. */
export function send(deps: RequestDeps, question: Question): Promise<ApiResult<Answer>> {
  return ask(deps, question, answerOf);
}

async function answerOf(response: Response): Promise<Answer> {
  const { ok, status, headers } = response;
  return { ok, status, headers, body: parseJson(await response.text()) };
}

/** Asks with a token that is in force: exchanged in time, and once more where the service does not take it any more. */
async function ask<T>(
  deps: RequestDeps,
  question: Question,
  read: (response: Response) => Promise<T>,
): Promise<ApiResult<T>> {
  if (question.isUnsigned) return askWith(null, deps, question, read);
  const refreshing = refreshInTime(deps);
  // Without one the request leaves at once, before whoever asks forgets the token.
  if (refreshing) await refreshing;
  const token = deps.tokenStore.read();
  const refused: { yes?: true } = {};
  const asked = await askWith(token, deps, question, (response) => {
    if (response.status === 401) refused.yes = true;
    return read(response);
  });
  if (!refused.yes || token === null) return asked;
  const refreshed = await refreshOnce(deps);
  // The session may well go on: whether it does could not be asked.
  if (refreshed === "failed") return { ok: false, failure: { code: "offline" } };
  if (refreshed === "ended") return asked;
  return askWith(deps.tokenStore.read(), deps, question, read);
}

async function askWith<T>(
  token: string | null,
  deps: RequestDeps,
  question: Question,
  read: (response: Response) => Promise<T>,
): Promise<ApiResult<T>> {
  const { path, query, signal, isEndless, outlivesPage = false } = question;
  const url = `${deps.baseUrl}/api${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
  const ended = new AbortController();
  try {
    const response = await deps.fetch(url, {
      ...contentOf(question, token),
      credentials: "omit",
      cache: "no-store",
      keepalive: outlivesPage,
      signal: firstOf([...(isEndless ? [] : [AbortSignal.timeout(deps.timeout)]), signal], ended.signal),
    });
    return { ok: true, value: await read(response) };
  } catch (error) {
    return { ok: false, failure: networkFailure(error, signal) };
  } finally {
    ended.abort();
  }
}

function contentOf({ body }: Question, token: string | null): RequestInit {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  if (body === undefined) return { method: "GET", headers: authorization };
  const isFile = body instanceof Uint8Array;
  const type = isFile ? "application/octet-stream" : "application/json";
  const headers = { ...authorization, "content-type": type };
  return { method: "POST", headers, body: isFile ? Uint8Array.from(body) : JSON.stringify(body) };
}

/** `AbortSignal.any`, which the web views of older Macs lack. It listens until `ended`: a command's signal serves many requests. */
function firstOf(signals: readonly (AbortSignal | undefined)[], ended: AbortSignal): AbortSignal {
  const given = signals.flatMap((signal) => signal ?? []);
  const [only] = given;
  if (only && given.length === 1) return only;
  const either = new AbortController();
  for (const one of given) {
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
