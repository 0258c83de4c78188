import { isTyped } from "../model/column.ts";
import type { Context } from "../model/kind.ts";
import { columnOf, type Sheet } from "../model/sheet.ts";
import { assign } from "./assign.ts";
import { fitColumn } from "./content-fit.ts";
import type { HeaderColumn } from "./header.ts";
import type { Known } from "./known.ts";
import type { Candidate, ProposedColumn } from "./proposal.ts";
import type { Samples } from "./samples.ts";
import { askForMissing } from "./ask-for-missing.ts";
import { confidenceOf, isStrict, limits } from "./confidence.ts";

/** How a header and what stands below it agree with a record. */
export interface RecordFit {
  readonly known: Known;
  readonly columns: readonly ProposedColumn[];
  /** Share of the columns that every row of the record needs which the header has, from 0 to 1. */
  readonly coverage: number;
  /** Columns of the record that the header has. */
  readonly found: number;
  /** How much the columns found tell that it is this record and no other. */
  readonly telling: number;
  /** A column that every row must have is named as ours, and holds something else. */
  readonly contradicted: boolean;
  /** All in all, from 0 to 1. */
  readonly score: number;
}

/** Pairs the columns below a header with those of a record, by name and by what the cells hold. */
export function judgeColumns(
  known: Known,
  header: readonly HeaderColumn[],
  samplesOf: (column: number) => Samples,
  context: Context,
): RecordFit {
  const weights = new Map<number, ReadonlyMap<string, number>>();
  for (const column of header) weights.set(column.column, weigh(known, column, samplesOf, context));
  const pairs = assign(weights);
  const columns = header.map((column) => propose(column, weights, pairs));
  const worthwhile = columns.filter(({ key }) => key !== null).length >= 2;
  const asked = worthwhile ? askForMissing(known.sheet, columns, samplesOf, context) : columns;
  return {
    known,
    columns: asked,
    telling: tellingOf(known, asked, samplesOf, context),
    contradicted: asked.some((column) => isContradicted(known.sheet, column, samplesOf, context)),
    ...score(known.sheet, asked),
  };
}

function isContradicted(
  sheet: Sheet,
  { column, key, asked }: ProposedColumn,
  samplesOf: (column: number) => Samples,
  context: Context,
): boolean {
  const definition = key === null || !asked ? undefined : columnOf(sheet, key);
  if (key === null || definition?.required !== true) return false;
  return (fitColumn(key, definition, samplesOf(column), context).share ?? 1) < 0.5;
}

/** Many a sheet has a date and somebody responsible; a choice whose options stand in the cells tells more. */
function tellingOf(
  { sheet, rarity }: Known,
  columns: readonly ProposedColumn[],
  samplesOf: (column: number) => Samples,
  context: Context,
): number {
  return columns.reduce((sum, { column, key, confidence }) => {
    if (key === null) return sum;
    const definition = columnOf(sheet, key);
    const { share = 0 } = fitColumn(key, definition, samplesOf(column), context);
    const vouched = definition.kind.options && share >= 0.8 && isStrict(definition, context) ? 0.4 : 0;
    return sum + confidence * rarity(key) + vouched;
  }, 0);
}

function weigh(
  { sheet, names }: Known,
  { column, readings }: HeaderColumn,
  samplesOf: (column: number) => Samples,
  context: Context,
): ReadonlyMap<string, number> {
  const likeness = new Map<string, number>();
  for (const reading of readings) {
    for (const [key, value] of names.likeness(reading))
      likeness.set(key, Math.max(value, likeness.get(key) ?? 0));
  }
  const weights = new Map<string, number>();
  for (const [key, value] of likeness) {
    const definition = columnOf(sheet, key);
    const samples = samplesOf(column);
    const fit = fitColumn(key, definition, samples, context);
    const counted = samples.counting && definition.kind.storage === "TEXT" ? 0.6 : 1;
    const confidence = counted * confidenceOf(value, fit, definition, context);
    if (confidence >= limits.worthAMention) weights.set(key, confidence);
  }
  return weights;
}

function propose(
  { column, header }: HeaderColumn,
  weights: ReadonlyMap<number, ReadonlyMap<string, number>>,
  pairs: ReadonlyMap<number, string>,
): ProposedColumn {
  const own = weights.get(column) ?? new Map<string, number>();
  const candidates: Candidate[] = [...own]
    .map(([key, confidence]) => ({ key, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence);
  const key = pairs.get(column);
  const confidence = key === undefined ? 0 : (own.get(key) ?? 0);
  if (key === undefined || confidence < limits.asked) {
    const lost = key === undefined && hasLostNarrowly(own, weights, pairs);
    return { column, header, key: null, confidence: lost ? 0.5 : 1 - confidence, asked: lost, candidates };
  }
  const rival = Math.max(rivalKey(column, key, weights, pairs), rivalColumn(column, key, weights, pairs));
  const asked = confidence < limits.certain || confidence - rival < limits.margin;
  return {
    column,
    header,
    key,
    confidence: asked ? Math.min(confidence, 0.65) : confidence,
    asked,
    candidates,
  };
}

/** Whether it would surely be a key that another column has hardly more claim to. */
function hasLostNarrowly(
  own: ReadonlyMap<string, number>,
  weights: WeightsByColumn,
  pairs: ReadonlyMap<number, string>,
): boolean {
  return [...pairs].some(([holder, key]) => {
    const weight = own.get(key) ?? 0;
    return weight >= limits.certain && (weights.get(holder)?.get(key) ?? 0) < weight + limits.margin;
  });
}

type WeightsByColumn = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** The best other key that this column might have, unless another column has a clearly better claim to it. */
function rivalKey(
  column: number,
  key: string,
  weights: WeightsByColumn,
  pairs: ReadonlyMap<number, string>,
): number {
  const holders = new Map([...pairs].map(([holder, held]) => [held, weights.get(holder)?.get(held) ?? 0]));
  const rivals = [...(weights.get(column) ?? [])].filter(
    ([other, weight]) => other !== key && (holders.get(other) ?? 0) < weight + limits.margin,
  );
  return Math.max(0, ...rivals.map(([, weight]) => weight));
}

/** The best other column for this key, unless it clearly is something else. */
function rivalColumn(
  column: number,
  key: string,
  weights: WeightsByColumn,
  pairs: ReadonlyMap<number, string>,
): number {
  let best = 0;
  for (const [other, row] of weights) {
    const weight = row.get(key) ?? 0;
    const held = pairs.get(other);
    const elsewhere = held === undefined ? 0 : (row.get(held) ?? 0);
    if (other !== column && elsewhere < weight + limits.margin) best = Math.max(best, weight);
  }
  return best;
}

function score(
  sheet: Sheet,
  columns: readonly ProposedColumn[],
): Pick<RecordFit, "coverage" | "found" | "score"> {
  const held = new Map(columns.flatMap(({ key, confidence }) => (key === null ? [] : [[key, confidence]])));
  const typed = Object.entries(sheet.columns).filter(([, column]) => isTyped(column));
  const required = typed.filter(([, column]) => column.required === true);
  const sum = (entries: typeof typed) => entries.reduce((total, [key]) => total + (held.get(key) ?? 0), 0);
  const coverage = required.length === 0 ? 1 : sum(required) / required.length;
  const named = columns.filter(({ header }) => header !== "").length;
  const explained = named === 0 ? 0 : held.size / named;
  const breadth = Math.min(1, (1.5 * sum(typed)) / typed.length);
  return { coverage, found: held.size, score: 0.5 * coverage + 0.25 * explained + 0.25 * breadth };
}
