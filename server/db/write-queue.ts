import { DatabaseBusy } from "./failures.ts";

/** Runs pieces of work strictly one after another, in the order in which they came. */
export interface WriteQueue {
  /** Throws `DatabaseBusy` where too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was waiting has run. */
  idle(): Promise<void>;
}

/** A queue in which at most `longest` pieces of work wait or run. */
export function createWriteQueue(longest = Infinity): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  let length = 0;
  return {
    async run(work) {
      if (length >= longest) throw new DatabaseBusy("too many writes are waiting");
      length += 1;
      const result = last.then(work).finally(() => {
        length -= 1;
      });
      last = result.catch((failure: unknown) => failure);
      return result;
    },
    async idle() {
      await last;
    },
  };
}
