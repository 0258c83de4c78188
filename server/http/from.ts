import { deviceName } from "../identity/device-name.ts";
import type { From } from "../identity/sign-in.ts";
import type { AddressOf } from "./address-of.ts";
import { Refusal } from "./refusal.ts";
import type { RouteContext } from "./route-environment.ts";

/** Where a request comes from, as people are shown where they signed in. */
export function fromOf(c: RouteContext, addressOf: AddressOf): From {
  return { address: addressOf(c), device: deviceName(c.req.header("user-agent") ?? "") };
}

interface Wait {
  readonly result: "wait";
  readonly retryAfter: number;
}

/** Refused with how long to wait, where one has to. */
export function unlessWaiting<T extends { readonly result: string }>(answer: T | Wait): Exclude<T, Wait> {
  if (isWait(answer)) throw new Refusal("too-many-requests", { retryAfter: answer.retryAfter });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all but the wait is left, which types cannot follow
  return answer as Exclude<T, Wait>;
}

function isWait(answer: { readonly result: string }): answer is Wait {
  return answer.result === "wait";
}
