import type { Logger } from "pino";
import type { LiveBye, LiveHello } from "../../shared/contract/live.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Database } from "../db/database.ts";
import { Refusal } from "../http/refusal.ts";
import type { Caller } from "../identity/accounts.ts";
import { createAnnouncer } from "./announcer.ts";
import { recordsChangedSince } from "./catch-up.ts";
import { createPlaces } from "./places.ts";
import { runStream, type EventSink } from "./run-stream.ts";

/** Milliseconds that a stream goes by. */
export interface LiveTimes {
  /** Between signs of life: proxies and libSQL servers end what says nothing for ten seconds. */
  readonly beat: number;
  /** In which changes are gathered before they are told. */
  readonly gather: number;
  /** That a reader may take before its stream is given up. */
  readonly patience: number;
}

export const liveTimes: LiveTimes = { beat: 8_000, gather: 250, patience: 30_000 };

export interface LiveDeskOptions {
  readonly database: Database;
  readonly sheets: readonly Sheet[];
  readonly log: Logger;
  readonly times: LiveTimes;
  /** Other services may write to the same database. */
  readonly isShared: boolean;
}

/** Somebody who asks for a stream. */
export interface Asking {
  readonly caller: Caller;
  readonly pane: string;
  readonly hello: LiveHello;
  /** From where in the history the pane has not looked; undefined where that is unknown or of another history. */
  readonly since: number | undefined;
  /** Who the token names by now; undefined once the session ended. */
  still(): Promise<Caller | undefined>;
}

/** Where streams of live notices begin and end. */
export interface LiveDesk {
  reached(seq: number): void;
  /** Takes a place, or refuses; what it gives writes events until the stream ends. */
  open(asking: Asking): (sink: EventSink) => Promise<void>;
  readonly streams: number;
  /** Ends every stream, and lets none begin. */
  close(): void;
}

/** Seconds after which somebody who has too many streams may ask again. */
const askAgain = 60;

export function createLiveDesk({ database, sheets, log, times, isShared }: LiveDeskOptions): LiveDesk {
  const places = createPlaces();
  const announcer = createAnnouncer({
    database,
    sheets,
    log,
    gather: times.gather,
    lookEvery: isShared ? times.beat : undefined,
  });
  return {
    reached: (seq) => announcer.reached(seq),
    open({ caller, pane, hello, since, still }) {
      const { person } = caller;
      let end: (why: LiveBye["why"]) => void = () => undefined;
      const place = places.take(person.id, pane, (why) => end(why));
      if (place === "stopping") throw new Refusal("unavailable", { retryAfter: 5 });
      if (place === "full") throw new Refusal("unavailable", { retryAfter: askAgain });
      if (place === "too-many") throw new Refusal("too-many-requests", { retryAfter: askAgain });
      return async (sink) => {
        let leave = () => {};
        try {
          await runStream(sink, {
            hello,
            times,
            async listen(told) {
              leave = await announcer.listen({ person, tell: told });
              if (since !== undefined) told(await recordsChangedSince(database, sheets, person, since));
            },
            onEnd: (ending) => (end = ending),
            async mayGoOn() {
              const now = await still();
              if (!now) return "session-ended";
              return now.person.role === person.role ? undefined : "role-changed";
            },
          });
        } catch (error) {
          if (database.accepting) log.warn({ err: error }, "a stream of notices broke");
        } finally {
          leave();
          place();
        }
      };
    },
    get streams() {
      return places.size;
    },
    close() {
      announcer.stop();
      places.close();
    },
  };
}
