import { normalise } from "./normalise.ts";

/** Longer texts are compared by their beginning only. */
const longest = 60;
const mostSuggestions = 3;

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the other
 * (optimal string alignment distance); Infinity where it is more than `most`.
 */
export function editDistance(first: string, second: string, most = longest): number {
  const [a, b] = [first.slice(0, longest), second.slice(0, longest)];
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let place = 1; place <= b.length; place += 1) {
      const same = a[row - 1] === b[place - 1];
      const swapped = a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1];
      const changed = Math.min(
        at(last, place - 1) + (same ? 0 : 1),
        at(last, place) + 1,
        at(current, place - 1) + 1,
      );
      current.push(swapped ? Math.min(changed, at(beforeLast, place - 2) + 1) : changed);
    }
    if (Math.min(...current) > most) return Infinity;
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], place: number): number => row[place] ?? Infinity;

/** A name that may be meant, prepared for comparing. */
export interface KnownName {
  readonly name: string;
  readonly label: string;
  readonly words: readonly string[];
  readonly letters: number;
}

/** Prepares names with the label that each stands for. */
export function knownNames(names: Iterable<readonly [name: string, label: string]>): readonly KnownName[] {
  return Array.from(names, ([text, label]) => {
    const name = normalise(text);
    return { name, label, words: name.split(" "), letters: lettersOf(name) };
  });
}

/** The labels that somebody may have meant, likeliest first: at most three, none where nothing is like what was typed. */
export function closest(typed: string, known: readonly KnownName[]): readonly string[] {
  const name = normalise(typed.slice(0, 4 * longest)).slice(0, longest);
  if (name.length < 3) return [];
  const [sought] = knownNames([[name, ""]]);
  const best = new Map<string, number>();
  for (const one of known) {
    const distance = sought ? unlikeness(sought, one) : Infinity;
    if (distance < (best.get(one.label) ?? Infinity)) best.set(one.label, distance);
  }
  return [...best]
    .toSorted(([, one], [, other]) => one - other)
    .slice(0, mostSuggestions)
    .map(([label]) => label);
}

/** The distance where it is small for so long a text; half of one where the words typed begin words of the name. */
function unlikeness(sought: KnownName, { name, words, letters }: KnownName): number {
  if (sought.words.every((word) => words.some((one) => one.startsWith(word)))) return 0.5;
  const allowed = Math.min(3, Math.max(1, Math.floor(sought.name.length / 4)));
  const apart = Math.abs(sought.name.length - name.length) > allowed;
  if (apart || foreign(sought.letters, letters) > allowed || foreign(letters, sought.letters) > allowed)
    return Infinity;
  const distance = editDistance(sought.name, name, allowed);
  return distance <= allowed ? distance : Infinity;
}

/** The letters of a text as bits; each edit brings or takes one letter at most, so that most names need no comparing. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let place = 0; place < text.length; place += 1) bits |= 1 << (text.charCodeAt(place) % 31);
  return bits;
}

/** How many letters of one are not in the other. */
function foreign(letters: number, others: number): number {
  let count = 0;
  for (let rest = letters & ~others; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
