import type { z } from "zod";
import {
  anotherCodeAnswerSchema,
  forgottenAnswerSchema,
  newPasswordAnswerSchema,
  passwordChangedSchema,
  sessionsEndedSchema,
  sessionsSchema,
  signInAnswerSchema,
  signInCodeAnswerSchema,
  type ForgottenAnswer,
  type NewPasswordAnswer,
  type OpenSessions,
  type PasswordChanged,
  type SignedIn,
  type SignInAnswer,
  type SignInCodeAnswer,
} from "../../shared/contract/sign-in.ts";
import { signInFailureOf, type ApiResult } from "./failure.ts";
import { heldTokens } from "./refresh.ts";
import { request, send, type RequestDeps } from "./request.ts";
import type { TokenStore } from "./token-store.ts";

/** An answer as views know it: the tokens of an opened session are kept here and go no further. */
export type Opened<T> = Exclude<T, SignedIn> | { readonly result: "signed-in" };

/** Coming in, and one's own password and sessions. */
export interface SignInApi {
  signIn(email: string, password: string): Promise<ApiResult<Opened<SignInAnswer>>>;
  signInCode(challenge: string, code: string): Promise<ApiResult<Opened<SignInCodeAnswer>>>;
  anotherCode(challenge: string): Promise<ApiResult<"sent" | "expired">>;
  forgotten(email: string): Promise<ApiResult<ForgottenAnswer["result"]>>;
  newPassword(code: string, password: string): Promise<ApiResult<Opened<NewPasswordAnswer>>>;
  changePassword(current: string, password: string): Promise<ApiResult<PasswordChanged>>;
  sessions(): Promise<ApiResult<OpenSessions["sessions"]>>;
  /** One session, or all but this one. */
  endSessions(which: "others" | { readonly id: string }): Promise<ApiResult<null>>;
}

export function createSignInApi(deps: RequestDeps): SignInApi {
  const known = () => {
    const device = deps.tokenStore.readDevice();
    return device === null ? {} : { device };
  };
  const come = <T extends { readonly result: string }>(path: string, body: object, answer: z.ZodType<T>) =>
    comeIn(deps, path, { ...body, ...known() }, answer);
  return {
    signIn: (email, password) => come("/auth/sign-in/email", { email, password }, signInAnswerSchema),
    signInCode: (challenge, code) => come("/auth/sign-in/code", { challenge, code }, signInCodeAnswerSchema),
    async anotherCode(challenge) {
      const path = "/auth/sign-in/code/again";
      return resultOf(await request(deps, { path, body: { challenge }, answer: anotherCodeAnswerSchema }));
    },
    async forgotten(email) {
      const path = "/auth/forgotten";
      return resultOf(await request(deps, { path, body: { email }, answer: forgottenAnswerSchema }));
    },
    newPassword: (code, password) => come("/auth/new-password", { code, password }, newPasswordAnswerSchema),
    changePassword: (current, password) =>
      request(deps, { path: "/me/password", body: { current, password }, answer: passwordChangedSchema }),
    async sessions() {
      const asked = await request(deps, { path: "/sessions", answer: sessionsSchema });
      return asked.ok ? { ok: true, value: asked.value.sessions } : asked;
    },
    async endSessions(which) {
      const asked = await request(deps, {
        path: "/sessions/end",
        body: { which },
        answer: sessionsEndedSchema,
      });
      return asked.ok ? { ok: true, value: null } : asked;
    },
  };
}

/** Keeps the tokens of a session that was opened. */
export function keepSession(tokenStore: TokenStore, opened: SignedIn): void {
  tokenStore.write(heldTokens(opened));
  tokenStore.writeDevice(opened.device);
}

async function comeIn<T extends { readonly result: string }>(
  deps: RequestDeps,
  path: string,
  body: object,
  schema: z.ZodType<T>,
): Promise<ApiResult<Opened<T>>> {
  const sent = await send(deps, { path, body, isUnsigned: true });
  if (!sent.ok) return sent;
  if (!sent.value.ok) return { ok: false, failure: signInFailureOf(sent.value) };
  const parsed = schema.safeParse(sent.value.body);
  if (!parsed.success) return { ok: false, failure: { code: "unavailable" } };
  const answer = parsed.data;
  if (!isSignedIn(answer)) return { ok: true, value: withoutTokens(answer) };
  keepSession(deps.tokenStore, answer);
  return { ok: true, value: { result: "signed-in" } };
}

function isSignedIn(answer: { readonly result: string }): answer is SignedIn {
  return answer.result === "signed-in";
}

function withoutTokens<T>(answer: T): Exclude<T, SignedIn> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what opened a session went another way
  return answer as Exclude<T, SignedIn>;
}

function resultOf<T>(asked: ApiResult<{ readonly result: T }>): ApiResult<T> {
  return asked.ok ? { ok: true, value: asked.value.result } : asked;
}
