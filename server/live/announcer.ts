import type { Logger } from "pino";
import type { Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Database } from "../db/database.ts";
import { readRevisionsAfter } from "../db/read-revisions.ts";
import { readSeq } from "../db/commit-changes.ts";
import { recordsSeenBy } from "./seen-records.ts";

/** Somebody who wants to know. */
export interface Listener {
  readonly person: Person;
  tell(records: ReadonlySet<string>): void;
}

/** Reads what was changed once for everybody, and tells each listener the records in which they see something of it. */
export interface Announcer {
  /** The history has come this far. */
  reached(seq: number): void;
  /** From when it resolves on the listener is told; the function that it gives ends that. */
  listen(listener: Listener): Promise<() => void>;
  /** Resolves once everybody was told of what had been reached. */
  idle(): Promise<void>;
  stop(): void;
}

export interface AnnouncerOptions {
  readonly database: Pick<Database, "read" | "accepting">;
  readonly sheets: readonly Sheet[];
  readonly log: Logger;
  /** Milliseconds in which changes are gathered before they are told. */
  readonly gather: number;
  /** Milliseconds between looks for what other services wrote to the same database; undefined where there are none. */
  readonly lookEvery: number | undefined;
}

export function createAnnouncer({ database, sheets, log, gather, lookEvery }: AnnouncerOptions): Announcer {
  const listeners = new Set<Listener>();
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let watching: NodeJS.Timeout | undefined;

  const lookNow = async () => {
    for (let isMore = listeners.size > 0; isMore;) {
      const { changes, seq, more } = await readRevisionsAfter(database, sheets, told);
      told = seq;
      for (const listener of listeners) {
        const records = recordsSeenBy(listener.person, changes);
        if (records.size > 0) listener.tell(records);
      }
      isMore = more;
    }
  };
  const look = () => {
    timer = undefined;
    looking = looking.then(lookNow).catch((error: unknown) => {
      // What was not read is read with the next change; a database that is gone ends the process by itself.
      if (database.accepting) log.warn({ err: error }, "changes could not be told");
    });
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, gather).unref();
  };
  return {
    reached(seq) {
      if (seq > told && listeners.size > 0) lookSoon();
    },
    async listen(listener) {
      if (listeners.size === 0) told = Math.max(told, await readSeq(database));
      listeners.add(listener);
      if (lookEvery !== undefined) watching ??= setInterval(lookSoon, lookEvery).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(watching);
        watching = undefined;
      };
    },
    async idle() {
      if (timer) {
        clearTimeout(timer);
        look();
      }
      await looking;
    },
    stop() {
      clearTimeout(timer);
      clearInterval(watching);
      listeners.clear();
    },
  };
}
