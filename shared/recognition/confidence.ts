import type { Column } from "../model/column.ts";
import type { Context } from "../model/kind.ts";
import { readCell } from "../model/read-row.ts";
import type { Fit } from "./content-fit.ts";

/** Where recognition trusts itself, asks, and says nothing; confidences from 0 to 1. */
export const limits = {
  /** From here on a column is taken without asking. */
  certain: 0.72,
  /** From here on it is asked; below, the column is the staff's own. */
  asked: 0.48,
  /** From here on a column is offered to whoever is asked. */
  worthAMention: 0.25,
  /** What a choice must be ahead of the next one. */
  margin: 0.1,
} as const;

/** How sure it is that a column is the record's: by the likeness of the names, and by what the cells hold. */
export function confidenceOf(likeness: number, fit: Fit, column: Column, context: Context): number {
  const { share, judged, distinct } = fit;
  if (share === undefined) return likeness;
  if (share >= 0.8) {
    const supported = isStrict(column, context) && (distinct > 1 || judged === 1);
    return supported ? likeness + (1 - likeness) * 0.3 : likeness;
  }
  if (share >= 0.5) return likeness * (0.7 + 0.3 * share);
  if (judged < 4 && likeness > 0.9) return likeness * 0.75;
  return likeness * (share >= 0.25 ? 0.68 : 0.5);
}

/** Whether the column refuses what is not of its kind, so that cells which it reads speak for it. */
export function isStrict(column: Column, context: Context): boolean {
  const before = strict.get(column);
  if (before !== undefined) return before;
  const answer = refusesAliens(column, context);
  strict.set(column, answer);
  return answer;
}

const strict = new WeakMap<Column, boolean>();

function refusesAliens(column: Column, context: Context): boolean {
  return alien.every((text) => {
    const reading = readCell(column, text, context, {});
    return !reading.ok && reading.finding.code !== "unknown-person";
  });
}

const alien = ["zzqx wq", "Km 5 vía al mar ~ lote 7"] as const;
