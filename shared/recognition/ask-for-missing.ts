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
  let answer = askForCode(sheet, columns, samplesOf);
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

/** Share of a column's codes that must differ from each other: some are typed twice. */
const fewestDifferent = 0.7;

/**
 * Asks whether the first column, under a name that says nothing, is the code that tells the record's rows apart, where
 * nothing else is: it holds a code on every row, not the row's number.
 */
function askForCode(
  sheet: Sheet,
  columns: readonly ProposedColumn[],
  samplesOf: (column: number) => Samples,
): readonly ProposedColumn[] {
  const key = sheet.keys.find((one) => one.length === 1)?.[0];
  const [first] = columns.toSorted((one, other) => one.column - other.column);
  if (key === undefined || !first || first.key !== null || first.header === "") return columns;
  if (columns.some((column) => column.key === key) || !holdsCodes(samplesOf(first.column))) return columns;
  const candidates = [{ key, confidence: limits.asked }, ...first.candidates];
  const asked = { ...first, key, confidence: limits.asked, asked: true, candidates };
  return columns.map((column) => (column === first ? asked : column));
}

function holdsCodes({ cells, counting }: Samples): boolean {
  const texts = cells.map(({ cell }) => String(cell).trim());
  const areCodes = texts.every((text) => /^(?=.*\d)[\p{L}\d][\p{L}\d ./-]{2,29}$/u.test(text));
  const different = new Set(texts).size;
  return !counting && texts.length >= fewestCells && areCodes && different >= fewestDifferent * texts.length;
}

/** Any number is a quantity: that a column holds numbers says nothing. */
const isPlain = (numberFormat: string): boolean => /^[#0.,]+$/u.test(numberFormat);
