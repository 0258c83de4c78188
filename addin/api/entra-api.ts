import {
  entraSignInAnswerSchema,
  signInWaysSchema,
  type EntraSignInAnswer,
  type SignInWays,
} from "../../shared/contract/sign-in-ways.ts";
import { failureOf, type ApiResult } from "./failure.ts";
import { request, send, type RequestDeps } from "./request.ts";
import { keepSession } from "./sign-in-api.ts";

/** How one signs in with the service, and the exchange of Microsoft's token for a session. */
export interface EntraApi {
  ways(): Promise<ApiResult<SignInWays>>;
  /** Keeps the session where one is opened. */
  enter(token: string): Promise<ApiResult<EntraSignInAnswer["result"]>>;
}

export function createEntraApi(deps: RequestDeps): EntraApi {
  return {
    ways: () => request(deps, { path: "/auth/ways", answer: signInWaysSchema, isUnsigned: true }),
    async enter(token) {
      const device = deps.tokenStore.readDevice();
      const body = device === null ? { token } : { token, device };
      const sent = await send(deps, { path: "/auth/sign-in/entra", body, isUnsigned: true });
      if (!sent.ok) return sent;
      if (!sent.value.ok) return { ok: false, failure: failureOf(sent.value) };
      const answer = entraSignInAnswerSchema.parse(sent.value.body);
      if (answer.result === "signed-in") keepSession(deps.tokenStore, answer);
      return { ok: true, value: answer.result };
    },
  };
}
