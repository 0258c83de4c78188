/** Runs pieces of work strictly one after another, in the order in which they came. */
export interface WriteQueue {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was waiting has run. */
  idle(): Promise<void>;
}

export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      last = result.catch((failure: unknown) => failure);
      return result;
    },
    async idle() {
      await last;
    },
  };
}
