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
  /** There is something to do again, not before `retryAfter` seconds where the service said so. */
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

  const wait = (milliseconds: number) => {
    waiting?.();
    waiting = schedule(() => void go(), milliseconds);
    tell(new Date(now().getTime() + milliseconds));
  };
  const waitLonger = (retryAfter: number | undefined) => {
    const least = (retryAfter ?? 0) * 1_000;
    const chosen = waitBefore(failed, { first, longest, random });
    failed += 1;
    wait(Math.max(chosen, least));
  };
  const go = async () => {
    waiting?.();
    waiting = undefined;
    const mine = round;
    attempting = true;
    let outcome: Attempted = "later";
    try {
      outcome = await attempt();
    } finally {
      attempting = false;
      if (mine === round) settle(outcome);
    }
  };
  const settle = (outcome: Attempted) => {
    if (isUrgent && outcome !== "done") {
      isUrgent = false;
      void go();
    } else if (outcome === "done") forget();
    else if (outcome === "later") wait(soon);
    else waitLonger(outcome.retryAfter);
  };
  const forget = () => {
    round += 1;
    waiting?.();
    waiting = undefined;
    failed = 0;
    isUrgent = false;
    tell(null);
  };
  return {
    need(retryAfter) {
      if (!waiting && !attempting) waitLonger(retryAfter);
    },
    now() {
      if (attempting) isUrgent = true;
      else if (waiting) void go();
    },
    forget,
  };
}
