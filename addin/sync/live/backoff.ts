/** How long to wait before an attempt, by how many failed before it. */
export interface Backoff {
  /** Milliseconds before the second attempt, and at most before any. */
  readonly first: number;
  readonly longest: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Twice as long each time; by chance between half of it and all, so that many panes do not come back at once. */
export function waitBefore(failed: number, { first, longest, random }: Backoff): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failed, 30));
  return Math.round((whole * (1 + random())) / 2);
}
