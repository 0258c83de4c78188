import { normalise } from "./normalise.ts";

/** Longer texts are compared by their beginning only. */
const longest = 60;

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the other
 * (optimal string alignment distance).
 */
export function editDistance(first: string, second: string): number {
  const [a, b] = [first.slice(0, longest), second.slice(0, longest)];
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let place = 1; place <= b.length; place += 1) {
      const same = a[row - 1] === b[place - 1];
      const swapped = a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1];
      current.push(
        Math.min(
          at(last, place - 1) + (same ? 0 : 1),
          at(last, place) + 1,
          at(current, place - 1) + 1,
          swapped ? at(beforeLast, place - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

/**
 * The labels that somebody may have meant, likeliest first: at most three, none where nothing is like what was typed.
 * `known` are normalised names with the label that each stands for.
 */
export function closest(
  typed: string,
  known: Iterable<readonly [name: string, label: string]>,
): readonly string[] {
  const words = normalise(typed.slice(0, 4 * longest)).slice(0, longest);
  if (words.length < 3) return [];
  const allowed = Math.min(3, Math.max(1, Math.floor(words.length / 4)));
  const best = new Map<string, number>();
  for (const [name, label] of known) {
    const distance = unlikeness(words, name, allowed);
    if (distance <= allowed && distance < (best.get(label) ?? Infinity)) best.set(label, distance);
  }
  return [...best]
    .toSorted(([, one], [, other]) => one - other)
    .slice(0, 3)
    .map(([label]) => label);
}

/** The distance, or half of one where the words typed begin words of the name. */
function unlikeness(words: string, name: string, allowed: number): number {
  if (beginWords(words, name)) return 0.5;
  return Math.abs(words.length - name.length) > allowed ? Infinity : editDistance(words, name);
}

function beginWords(words: string, name: string): boolean {
  const parts = name.split(" ");
  return words.split(" ").every((word) => parts.some((part) => part.startsWith(word)));
}

const at = (row: readonly number[], place: number): number => row[place] ?? Infinity;
