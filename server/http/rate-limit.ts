/** Counts what a key did within a window of time; kept in memory, because one process serves everybody. */
export interface RateLimit {
  /** Seconds until the key may go on, or 0 where it may now. */
  waitOf(key: string): number;
  /** Counts once, and gives back that one when the function is called. */
  count(key: string): () => void;
  forget(key: string): void;
}

export interface RateLimitOptions {
  readonly most: number;
  readonly windowSeconds: number;
  readonly now: () => Date;
  /** Keys that are told apart; those of a flood from everywhere share what is left. */
  readonly mostKeys?: number;
}

interface Window {
  readonly endsAt: number;
  count: number;
}

/** No address, account or person is written like this. */
const elsewhere = "\u0000elsewhere";

/** At most `most` counts of a key from its first until `windowSeconds` later. */
export function createRateLimit({
  most,
  windowSeconds,
  now,
  mostKeys = 100_000,
}: RateLimitOptions): RateLimit {
  const windows = new Map<string, Window>();
  let nextSweep = 0;

  const keyFor = (key: string) => (windows.has(key) || windows.size < mostKeys ? key : elsewhere);

  function openWindow(key: string): Window | undefined {
    const window = windows.get(keyFor(key));
    return window && window.endsAt > now().getTime() ? window : undefined;
  }

  function sweep(time: number): void {
    if (time < nextSweep) return;
    for (const [key, window] of windows) if (window.endsAt <= time) windows.delete(key);
    nextSweep = time + windowSeconds * 1_000;
  }

  return {
    waitOf(key) {
      const window = openWindow(key);
      return window && window.count >= most ? Math.ceil((window.endsAt - now().getTime()) / 1_000) : 0;
    },
    count(key) {
      const time = now().getTime();
      sweep(time);
      const window = openWindow(key) ?? { endsAt: time + windowSeconds * 1_000, count: 0 };
      windows.set(keyFor(key), window);
      window.count += 1;
      return () => void (window.count -= 1);
    },
    forget: (key) => void windows.delete(key),
  };
}
