import { readNumber, type TypedNumber } from "../../colombia/read-number.ts";
import type { Finding } from "../issue.ts";
import { refused, type Kind, type Reading } from "../kind.ts";
import type { Cell } from "../value.ts";

/** A kind of numbers, in what it differs from the others. */
interface Numbers extends Omit<Kind, "read" | "write" | "display"> {
  /** A separator before three digits may separate decimals, and «3 millones» makes no sense. */
  readonly measured: boolean;
  /** Percentages, which may be typed with their sign. */
  readonly percent?: true;
  /** The canonical value of a number, or why it is none. */
  take(value: number): Reading;
  shown(value: number): string;
}

/** Numbers whose cells hold them as they are. */
export function plainNumbers(numbers: Numbers): Kind {
  return {
    ...numbers,
    read: (cell) => readIn(1, numbers, cell),
    write: (value) => value,
    display: (value) => numbers.shown(Number(value)),
  };
}

/** Numbers whose cells hold them in the unit that is the habit of the column. */
export function scaledNumbers(numbers: Numbers): Kind {
  return {
    ...plainNumbers(numbers),
    read: (cell, { habit }) => readIn(habit?.unit ?? 1, numbers, cell),
    write: (value, { habit }) => toFifteenDigits(Number(value) / (habit?.unit ?? 1)),
  };
}

/** Excel shows fifteen digits, and the database's text of a number holds no more: with these all agree. */
export function toFifteenDigits(value: number): number {
  return Number(value.toPrecision(15)) + 0;
}

function readIn(unit: number, numbers: Numbers, cell: Cell): Reading {
  const typed = readNumber(cell);
  if (!typed || !isSensible(typed, numbers)) return refused("not-a-number");
  const value = toFifteenDigits(typed.scaled || typed.percent ? typed.value : typed.value * unit);
  const reading = numbers.take(value);
  const warning = doubt(typed, unit, numbers, value) ?? doubtfulShare(cell, unit, numbers);
  return reading.ok && warning ? { ...reading, warning } : reading;
}

/** Words such as «millones» and the sign `%` say for themselves what the number counts. */
function isSensible(typed: TypedNumber, { measured, percent }: Numbers): boolean {
  return !(typed.percent && !percent) && !(typed.scaled && measured);
}

/** Excel keeps 50 % as 0.5, which a cell that does not say so leaves open. */
export const isFraction = (value: number): boolean => Math.abs(value) > 0 && Math.abs(value) < 1;

function doubtfulShare(cell: Cell, unit: number, { percent, shown }: Numbers): Finding | undefined {
  if (!percent || unit !== 1 || typeof cell !== "number" || !isFraction(cell)) return undefined;
  const details = { read: shown(toFifteenDigits(cell)), instead: shown(toFifteenDigits(cell * 100)) };
  return { code: "ambiguous-share", severity: "warning", details };
}

/** Where 1 counts millions, a separator before three digits may separate decimals of money too: thousands have no use for them. */
function doubt(
  typed: TypedNumber,
  unit: number,
  { measured, shown }: Numbers,
  value: number,
): Finding | undefined {
  const mayBeDecimal = typed.ambiguous && (measured || (unit > 1_000 && !typed.scaled));
  const code = typed.approximate ? "approximate" : mayBeDecimal ? "ambiguous-number" : undefined;
  return code && { code, severity: "warning", details: { read: shown(value) } };
}
