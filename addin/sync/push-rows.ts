import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import { planPushes, type Envelope } from "./plan-push.ts";
import type { SendingActs } from "./sending-acts.ts";

/** What became of the rows that were sent: an answer for each that reached the service, and what stopped the rest. */
export interface Pushed {
  readonly answers: ReadonlyMap<string, RowAnswer>;
  readonly failure: ApiFailure | null;
}

export interface Pushing {
  readonly api: Pick<Api, "push">;
  readonly envelope: Envelope;
  readonly acts: SendingActs;
  readonly signal: AbortSignal;
  /** Told after each request. */
  sent(rows: number): void;
}

/** Sends rows in requests that keep the service's limits, in order, until done, cancelled or failed. */
export async function pushRows(rows: readonly PushedRow[], pushing: Pushing): Promise<Pushed> {
  const answers = new Map<string, RowAnswer>();
  for (const push of planPushes(rows, pushing.envelope)) {
    if (pushing.signal.aborted) return { answers, failure: { code: "cancelled" } };
    const act = pushing.acts.next(push.rows.length);
    const result = await pushing.api.push({ ...push, act }, pushing.signal);
    if (!result.ok) return { answers, failure: result.failure };
    for (const answer of result.value.answers) answers.set(answer.id, answer);
    if (result.value.answers.some(({ result: came }) => came === "saved")) pushing.acts.kept(act);
    pushing.sent(push.rows.length);
  }
  return { answers, failure: null };
}
