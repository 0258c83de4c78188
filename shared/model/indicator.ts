import type { Thresholds } from "./figure.ts";
import type { Measure, TargetSource } from "./measure.ts";
import type { Role } from "./role.ts";
import { settled, type Adjustable, type Settings } from "./setting.ts";

/** What an indicator's figures count. */
export type Unit = "users" | "pesos";

/** A management indicator as data: one definition gives the number, the rows behind it and its explanation. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  /** Short name for tight places. */
  readonly shortLabel: string;
  readonly type: "Resultado";
  readonly frequency: "Mensual";
  /** The formula as the quality system words it. */
  readonly formula: string;
  /** Raised whenever what is counted changes. */
  readonly formulaVersion: number;
  readonly unit: Unit;
  readonly executed: Measure;
  readonly target: TargetSource;
  /** Percentages: met from `met` on, near from `near` on. */
  readonly thresholds: { readonly met: Adjustable; readonly near: Adjustable };
  readonly filledBy: Role;
  readonly managedBy: Role;
  readonly access: {
    readonly read: readonly Role[];
    /** These roles see their own figures only. */
    readonly own: readonly Role[];
  };
}

export function defineIndicator<const I extends Indicator>(indicator: I): I {
  return indicator;
}

/** `all` figures, only one's `own`, or `none`. */
export function indicatorScope(indicator: Indicator, role: Role): "all" | "own" | "none" {
  if (indicator.access.read.includes(role)) return "all";
  return indicator.access.own.includes(role) ? "own" : "none";
}

/** The thresholds that hold now. */
export function thresholdsOf({ thresholds }: Pick<Indicator, "thresholds">, settings?: Settings): Thresholds {
  return { met: settled(thresholds.met, settings), near: settled(thresholds.near, settings) };
}
