import type { EntraWay } from "../../../shared/contract/sign-in-ways.ts";
import type { DirectoryCommands, DirectoryFailure } from "../directory-session.ts";
import type { Outcome } from "../session.ts";
import { welcome } from "./account.ts";
import { done, failed, type Desk } from "./desk.ts";

/** Signing in by the company's directory; links are read by `afterwards`. */
export function directoryCommands(desk: Desk, afterwards: () => Promise<void>): DirectoryCommands {
  const { deps, store } = desk;
  return {
    async loadWays() {
      const ways = await deps.api.entra.ways();
      // Whoever has no network signs in by no way at all, and is told so when they try.
      if (!ways.ok) return failed(ways.failure);
      store.set({ directory: deps.directory ? ways.value.entra : null });
      return done(undefined);
    },
    async signInByDirectory() {
      const entered = await desk.act(() => enter(desk), null);
      if (!entered.ok) return entered;
      desk.dismiss();
      const welcomed = await desk.act(() => welcome(desk, deps.api.me()), null);
      if (welcomed.ok) await afterwards();
      return welcomed;
    },
  };
}

async function enter(desk: Desk): Promise<Outcome> {
  const way = desk.store.get().directory;
  if (!way) return failed({ code: "not-found" });
  const first = await exchange(desk, way, false);
  // Excel may remember a token that is too old for the service: once more with a new one, and never again.
  return !first.ok && first.failure.code === "unauthenticated"
    ? asRefusal(await exchange(desk, way, true))
    : first;
}

async function exchange({ deps }: Desk, way: EntraWay, fresh: boolean): Promise<Outcome> {
  const token = await deps.directory?.token(way, { fresh });
  if (!token) return failed({ code: "not-found" });
  if (!token.ok) return failed(token.failure);
  const entered = await deps.api.entra.enter(token.value);
  if (!entered.ok) return failed(entered.failure);
  if (entered.value === "signed-in") return done(undefined);
  const failures = { waiting: "awaiting-approval", refused: "not-admitted" } as const;
  return failed({ code: failures[entered.value] } satisfies DirectoryFailure);
}

/** That the session expired is not what happened: there was none. */
function asRefusal(outcome: Outcome): Outcome {
  const isRefused = !outcome.ok && outcome.failure.code === "unauthenticated";
  return isRefused ? failed({ code: "directory-refused" }) : outcome;
}
