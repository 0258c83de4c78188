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
