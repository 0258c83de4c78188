import type { ApiResult } from "../../api/failure.ts";
import type { AccountCommands } from "../account-session.ts";
import type { Outcome } from "../session.ts";
import { signOut, welcome } from "./account.ts";
import { done, failed, type Desk } from "./desk.ts";

/** Coming in and going out, and one's own password and sessions; what a new session sees is read by `afterwards`. */
export function accountCommands(desk: Desk, afterwards: () => Promise<void>): AccountCommands {
  const { api } = desk.deps;
  /** Whoever could not come in does it again by the form: there is nothing to try again without what they typed. */
  const come = async <T extends { readonly result: string }>(
    asking: () => Promise<ApiResult<T>>,
  ): Promise<Outcome<T>> => {
    const answered = await desk.act(async () => outcomeOf(await asking()), null);
    if (!answered.ok) return answered;
    desk.dismiss();
    if (answered.value.result !== "signed-in") return answered;
    const welcomed = await desk.act(() => welcome(desk, api.me()), null);
    if (!welcomed.ok) return welcomed;
    await afterwards();
    return answered;
  };
  const ask = <T>(asking: () => Promise<ApiResult<T>>): Promise<Outcome<T>> =>
    desk.act(async () => outcomeOf(await asking()), null);
  return {
    signIn: (email, password) => come(() => api.signIn(email, password)),
    signInCode: (challenge, code) => come(() => api.signInCode(challenge, code)),
    setPassword: (code, password) => come(() => api.newPassword(code, password)),
    anotherCode: (challenge) => ask(() => api.anotherCode(challenge)),
    forgotPassword: (email) => ask(() => api.forgotten(email)),
    changePassword: (current, password) => ask(() => api.changePassword(current, password)),
    ownSessions: () => ask(() => api.sessions()),
    async endOwnSessions(which) {
      const ended = await ask(() => api.endSessions(which));
      return ended.ok ? done(undefined) : ended;
    },
    signOut: () => signOut(desk),
  };
}

function outcomeOf<T>(result: ApiResult<T>): Outcome<T> {
  return result.ok ? done(result.value) : failed(result.failure);
}
