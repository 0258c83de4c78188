import type { LiveBye, LiveHello } from "../../../shared/contract/live.ts";
import type { LiveListener } from "../../api/live-api.ts";
import type { ApiResult } from "../../api/failure.ts";
import { waitBefore } from "./backoff.ts";

export interface StreamKeeperDeps {
  open(listener: LiveListener, signal: AbortSignal): Promise<ApiResult<LiveBye["why"] | null>>;
  hello(hello: LiveHello): void;
  changed(sheets: readonly string[]): void;
  /** Something may have changed that no stream tells of. */
  look(): void;
  /** The stream did not come about or broke off: whether the service can be had at all is worth a question. */
  doubt(): void;
  readonly schedule: (task: () => void, milliseconds: number) => () => void;
  readonly now: () => Date;
  readonly random: () => number;
}

/** Keeps a stream of notices open, and looks now and then where streams do not get through. */
export interface StreamKeeper {
  start(): void;
  /** Tries the stream again now, where it is not open. */
  tryNow(): void;
  stop(): void;
}

/** Milliseconds. A stream says something at once, and a sign of life every eight seconds. */
export const keeperTimes = {
  firstEvent: 10_000,
  silence: 30_000,
  /** A stream that ends before this was cut. */
  steady: 60_000,
  poll: 60_000,
  /** Until a stream is tried again where they do not get through. */
  giveUp: 15 * 60_000,
} as const;

/** How often in a row a stream may be cut before the pane looks by itself instead. */
const mostCuts = 3;
const between = { first: 1_000, longest: 60_000 };
/** Seconds where the service has no room for the stream and does not say until when. */
const fullFor = 60;

export function createStreamKeeper(deps: StreamKeeperDeps): StreamKeeper {
  const { schedule, now, random } = deps;
  let isStarted = false;
  let current: AbortController | undefined;
  let cuts = 0;
  let cancelNext = () => {};
  let cancelPoll: (() => void) | undefined;

  const connectIn = (milliseconds: number) => {
    cancelNext();
    cancelNext = schedule(() => void connect(), milliseconds);
  };
  const poll = () => {
    cancelPoll = schedule(
      () => {
        deps.look();
        poll();
      },
      keeperTimes.poll * (0.75 + random() / 2),
    );
  };
  const stopPolling = () => {
    cancelPoll?.();
    cancelPoll = undefined;
  };

  const connect = async () => {
    if (!isStarted || current) return;
    cancelNext();
    const abort = new AbortController();
    current = abort;
    let giveUp = schedule(() => abort.abort(), keeperTimes.firstEvent);
    let greetedAt: number | undefined;
    const result = await deps.open(
      {
        heard() {
          if (greetedAt === undefined) return;
          giveUp();
          giveUp = schedule(() => abort.abort(), keeperTimes.silence);
        },
        hello(hello) {
          if (current !== abort) return;
          giveUp();
          giveUp = schedule(() => abort.abort(), keeperTimes.silence);
          greetedAt = now().getTime();
          stopPolling();
          deps.hello(hello);
        },
        changed({ sheets }) {
          if (current === abort) deps.changed(sheets);
        },
      },
      abort.signal,
    );
    giveUp();
    if (current !== abort) return;
    current = undefined;
    const lived = greetedAt === undefined ? 0 : now().getTime() - greetedAt;
    afterwards(result, lived);
  };

  const afterwards = (result: ApiResult<LiveBye["why"] | null>, lived: number) => {
    if (result.ok && result.value !== null) return connectIn(waitBefore(1, { ...between, random }));
    if (!result.ok && result.failure.code === "unauthenticated") return deps.doubt();
    if (!result.ok && result.failure.code === "too-many-requests") {
      const { retryAfter = fullFor } = { ...result.failure };
      if (!cancelPoll) poll();
      return connectIn(retryAfter * 1_000 * (1 + random()));
    }
    cuts = lived >= keeperTimes.steady ? 0 : cuts + 1;
    deps.doubt();
    if (cuts < mostCuts) return connectIn(waitBefore(cuts, { ...between, random }));
    if (!cancelPoll) poll();
    connectIn(keeperTimes.giveUp * (1 + random() / 4));
  };

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      cuts = 0;
      void connect();
    },
    tryNow() {
      if (!isStarted || current) return;
      cuts = 0;
      void connect();
    },
    stop() {
      isStarted = false;
      cancelNext();
      stopPolling();
      current?.abort();
      current = undefined;
    },
  };
}
