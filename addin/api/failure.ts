import { failureSchema, type FailureCode } from "../../shared/contract.ts";

/** Why the service could not be asked or refused a request as a whole. */
export type ApiFailure =
  | { readonly code: FailureCode; readonly retryAfter?: number }
  | { readonly code: "offline" }
  | { readonly code: "cancelled" }
  | { readonly code: "bad-credentials" }
  | { readonly code: "sign-in-closed" | "sign-in-blocked" | "directory-refused" }
  | { readonly code: "locked-out"; readonly seconds: number };

export type ApiResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure };

/** What the service said: its status and headers, and its body where that was JSON. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** How long to wait where the service does not say. */
const defaultWaitSeconds = 60;

const codeByStatus: Readonly<Record<number, FailureCode>> = {
  400: "bad-request",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "schema-changed",
  413: "too-large",
  429: "too-many-requests",
};

/**
 * The failure that an answer other than 2xx stands for, with the seconds after which the service, or what stands in
 * front of it, wants to be asked again.
 */
export function failureOf(answer: Answer): ApiFailure {
  const { status, body } = answer;
  const said = failureSchema.safeParse(body);
  const code = said.success
    ? said.data.code
    : (codeByStatus[status] ?? (status >= 502 ? "unavailable" : "internal"));
  const retryAfter = [429, 503].includes(status) ? saidWait(answer) : undefined;
  return { code, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** The failure of a refused sign-in: the password is wrong, or there were too many attempts. */
export function signInFailureOf(answer: Answer): ApiFailure {
  if (answer.status === 429) return { code: "locked-out", seconds: waitOf(answer) };
  if ([400, 401, 403].includes(answer.status)) return { code: "bad-credentials" };
  return failureOf(answer);
}

const waitOf = (answer: Answer): number => saidWait(answer) ?? defaultWaitSeconds;

/** Seconds to wait, as far as they are told in seconds. */
function saidWait({ headers }: Answer): number | undefined {
  const said = headers.get("x-retry-after") ?? headers.get("retry-after");
  const seconds = Math.ceil(Number(said));
  return said !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
