import { waitBefore } from "./backoff.ts";

/** What an attempt came to: nothing is left to do; it may not be done just now; or the service cannot be had. */
export type Attempted = "done" | "later" | { readonly retryAfter: number | undefined };

export interface RetrierDeps {
  attempt(): Promise<Attempted>;
  /** Told when the next attempt is to be; null where none is. */
  tell(at: Date | null): void;
  readonly schedule: (task: () => void, milliseconds: number) => () => void;
  readonly now: () => Date;
  readonly random: () => number;
}

/** Does something again until it is done: later each time, and at once when there is reason to hope. */
export interface Retrier {
  /** There is something to do again, not before `retryAfter` seconds where the service said so; also amid an attempt. */
  need(retryAfter?: number): void;
  /** Attempts now what is waiting, if anything is. */
  now(): void;
  /** Nothing is to be done again any more. */
  forget(): void;
}

/** Milliseconds: before the first attempt, the longest wait, and until what may not be done just now. */
const first = 4_000;
const longest = 5 * 60_000;
const soon = 3_000;

export function createRetrier({ attempt, tell, schedule, now, random }: RetrierDeps): Retrier {
  let failed = 0;
  let waiting: (() => void) | undefined;
  let attempting = false;
  /** Raised when what was being attempted is no longer wanted, or is wanted at once again. */
  let round = 0;
  let isUrgent = false;
  /** Instant of the attempt that waits. */
  let due = 0;
  /** The need that arose while it was being attempted: seconds to wait at least. */
  let needed: number | undefined;

  const wait = (milliseconds: number) => {
    waiting?.();
    needed = undefined;
    due = now().getTime() + milliseconds;
    waiting = schedule(() => void go(), milliseconds);
    tell(new Date(due));
  };
  const waitLonger = (retryAfter = 0) => {
    const least = Math.max(retryAfter, needed ?? 0) * 1_000;
    const chosen = waitBefore(failed, { first, longest, random });
    failed += 1;
    wait(Math.max(chosen, least));
  };
  const go = async () => {
    waiting?.();
    waiting = undefined;
    needed = undefined;
    const mine = round;
    attempting = true;
    let outcome: Attempted = "later";
    try {
      outcome = await attempt();
    } finally {
      attempting = false;
      if (mine === round) settle(outcome);
      else if (needed !== undefined) waitLonger();
    }
  };
  const settle = (outcome: Attempted) => {
    if (isUrgent && outcome !== "done") {
      isUrgent = false;
      void go();
    } else if (outcome === "done" && needed !== undefined) waitLonger();
    else if (outcome === "done") forget();
    else if (outcome === "later") wait(Math.max(soon, (needed ?? 0) * 1_000));
    else waitLonger(outcome.retryAfter);
  };
  const forget = () => {
    round += 1;
    waiting?.();
    waiting = undefined;
    failed = 0;
    needed = undefined;
    isUrgent = false;
    tell(null);
  };
  return {
    need(retryAfter = 0) {
      const least = retryAfter * 1_000;
      if (attempting) needed = Math.max(retryAfter, needed ?? 0);
      else if (!waiting) waitLonger(retryAfter);
      else if (now().getTime() + least > due) wait(least);
    },
    now() {
      if (attempting) isUrgent = true;
      else if (waiting) void go();
    },
    forget,
  };
}
