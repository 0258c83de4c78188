import type { Schedule } from "./schedule.ts";

export interface Shrunk {
  readonly schedule: Schedule;
  /** What the shrunk schedule broke; empty where nothing smaller broke anything. */
  readonly violations: readonly string[];
}

/** Milliseconds that shrinking may take. */
const patience = 90_000;

/**
 * Leaves out steps as long as something is still broken: halves, then smaller and smaller parts. What happens between
 * processes does not happen twice in quite the same way, so that a part that once holds is not tried again.
 */
export async function shrink(
  schedule: Schedule,
  run: (schedule: Schedule) => Promise<readonly string[]>,
): Promise<Shrunk> {
  const until = performance.now() + patience;
  let best: Shrunk = { schedule, violations: [] };
  for (let size = Math.ceil(schedule.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.schedule.length && performance.now() < until;) {
      const part = best.schedule.toSpliced(at, size);
      const violations = part.length === 0 ? [] : await run(part);
      if (violations.length > 0) best = { schedule: part, violations };
      else at += size;
    }
  }
  return best;
}
