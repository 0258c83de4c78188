import type { Logger } from "pino";

/** Work that an answer does not wait for, as its time would tell what the answer does not. */
export interface Afterwards {
  /** Begins some work; where it fails, that is logged by these words. */
  begin(work: () => Promise<void>, otherwise: string): void;
  /** How much of it is under way. */
  readonly underWay: number;
  /** Waits until none is. */
  settled(): Promise<void>;
}

export function createAfterwards(log: Logger): Afterwards {
  const works = new Set<Promise<void>>();
  return {
    begin(work, otherwise) {
      const begun = work()
        .catch((error: unknown) => log.error({ err: error }, otherwise))
        .finally(() => works.delete(begun));
      works.add(begun);
    },
    get underWay() {
      return works.size;
    },
    async settled() {
      while (works.size > 0) await Promise.all(works);
    },
  };
}
