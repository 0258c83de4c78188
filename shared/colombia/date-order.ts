import type { Cell } from "../model/value.ts";
import { numericDate, withoutTime } from "./read-day.ts";

/** What a column's text dates prove about which number comes first. */
export type DateOrder = "dayFirst" | "monthFirst" | "mixed" | "none";

/** Where fewer dates than this share of the others prove the contrary, they are slips of their own rows. */
const slips = 0.2;

/**
 * The evidence of a column: a first number above twelve proves day/month, a second one month/day. Real dates, ISO and
 * named months prove nothing, nor do dates that no calendar has either way.
 */
export function dateOrderEvidence(cells: Iterable<Cell>): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    const [first, second] = numbersOf(cell);
    if (first > 12 && second <= 12) dayFirst += 1;
    if (first <= 12 && second > 12) monthFirst += 1;
  }
  if (dayFirst === 0 && monthFirst === 0) return "none";
  if (Math.min(dayFirst, monthFirst) >= slips * Math.max(dayFirst, monthFirst)) return "mixed";
  return dayFirst > monthFirst ? "dayFirst" : "monthFirst";
}

function numbersOf(cell: Cell): readonly [number, number] {
  if (typeof cell !== "string" || cell.length > 60) return [0, 0];
  const [first = 0, second = 0] = numericDate(withoutTime(cell.trim())) ?? [];
  return first > 31 || second > 31 ? [0, 0] : [first, second];
}
