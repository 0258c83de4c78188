/** How a result stands against its target; `no-target` is never 0, 100 or infinity. */
export type FigureState = "met" | "near" | "missed" | "no-target";

/** One result of an indicator for a period. */
export interface Figure {
  readonly executed: number;
  /** The current target, which is official; null where there is none or it is zero. */
  readonly target: number | null;
  /** The target as first approved. */
  readonly firstTarget: number | null;
  /** Executed over target × 100, unrounded; null without a target. */
  readonly percent: number | null;
  readonly firstPercent: number | null;
  readonly state: FigureState;
}

/** Percentages from which a figure is met or near. */
export interface Thresholds {
  readonly met: number;
  readonly near: number;
}

/** The figure for what was executed against a target; compares unrounded, so 99.96 % is not met. */
export function figureOf(
  executed: number,
  target: number | null,
  firstTarget: number | null,
  thresholds: Thresholds,
): Figure {
  const official = target === 0 ? null : target;
  const first = firstTarget === 0 ? null : firstTarget;
  return {
    executed,
    target: official,
    firstTarget: first,
    percent: percentOf(executed, official),
    firstPercent: percentOf(executed, first),
    state: stateOf(executed, official, thresholds),
  };
}

function percentOf(executed: number, target: number | null): number | null {
  return target === null ? null : (executed / target) * 100;
}

/** Cross-multiplied, so that no division decides whether a target is met. */
function stateOf(executed: number, target: number | null, { met, near }: Thresholds): FigureState {
  if (target === null) return "no-target";
  if (executed * 100 >= target * met) return "met";
  return executed * 100 >= target * near ? "near" : "missed";
}
