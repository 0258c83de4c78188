/** Neighbouring numbers taken together. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** Groups numbers into runs of neighbours, none longer than `longest`. */
export function toSpans(numbers: Iterable<number>, longest = Number.POSITIVE_INFINITY): readonly Span[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other);
  const spans: { first: number; count: number }[] = [];
  for (const number of sorted) {
    const last = spans.at(-1);
    if (last && last.first + last.count === number && last.count < longest) last.count += 1;
    else spans.push({ first: number, count: 1 });
  }
  return spans;
}

/** The rows, from 0, of an address such as `B5:D9`, `7:8` or `A1,C3`; undefined where it names whole columns or nothing known. */
export function rowsOfAddress(address: string): readonly Span[] | undefined {
  const areas = address
    .split(",")
    .map((area) => /^(?:.*!)?\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?$/.exec(area.trim()));
  const spans = areas.flatMap((parts) => {
    if (!parts) return [];
    const first = Number(parts[1]) - 1;
    return [{ first, count: Number(parts[2] ?? parts[1]) - first }];
  });
  return spans.length === areas.length ? spans : undefined;
}
