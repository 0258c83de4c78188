import { isTyped } from "../model/column.ts";
import type { Context } from "../model/kind.ts";
import type { Sheet } from "../model/sheet.ts";
import { isStrict, limits } from "./confidence.ts";
import { fitColumn } from "./content-fit.ts";
import type { ProposedColumn } from "./proposal.ts";
import type { Samples } from "./samples.ts";

/** Cells that must speak before a column without a telling name is asked about. */
const fewestCells = 3;

/**
 * Asks for a column that every row must have and no header names, where exactly one column left over holds nothing
 * but such values.
 */
export function askForMissing(
  sheet: Sheet,
  columns: readonly ProposedColumn[],
  samplesOf: (column: number) => Samples,
  context: Context,
): readonly ProposedColumn[] {
  let answer = columns;
  for (const [key, definition] of Object.entries(sheet.columns)) {
    const missing = isTyped(definition) && definition.required === true;
    if (!missing || answer.some((column) => column.key === key) || !isStrict(definition, context)) continue;
    const fitting = answer.filter((column) => {
      if (column.key !== null) return false;
      const fit = fitColumn(key, definition, samplesOf(column.column), context);
      const told = fit.distinct > 1 || column.candidates.some((candidate) => candidate.key === key);
      return fit.judged >= fewestCells && (fit.share ?? 0) >= 0.9 && told;
    });
    const [only, ...others] = fitting;
    if (!only || others.length > 0 || isPlain(definition.kind.layout.numberFormat)) continue;
    const candidates = [
      { key, confidence: limits.asked },
      ...only.candidates.filter((one) => one.key !== key),
    ];
    const asked = { ...only, key, confidence: limits.asked, asked: true, candidates };
    answer = answer.map((column) => (column === only ? asked : column));
  }
  return answer;
}

/** Any number is a quantity: that a column holds numbers says nothing. */
const isPlain = (numberFormat: string): boolean => /^[#0.,]+$/u.test(numberFormat);
