import { knownNames, type KnownName } from "../../text/closeness.ts";
import { normalise } from "../../text/normalise.ts";

/** An option: its Spanish label, or the label and the other words that mean it. */
export type Option =
  | string
  | {
      readonly label: string;
      /** Other words that mean it; those that have nothing in common with the label are asked. */
      readonly synonyms?: readonly string[];
      /** Other words that mean it beyond any doubt. */
      readonly same?: readonly string[];
    };

export type Options = Readonly<Record<string, Option>>;

/** What a text means among options; `loose` where only a word without common stem says so. */
export interface Choice {
  readonly code: string;
  readonly loose: boolean;
}

export interface ChoiceWords {
  find(typed: string): Choice | undefined;
  /** Every word that means an option, with the label of that option. */
  readonly names: readonly KnownName[];
}

/** Longer texts are no option. */
const longest = 200;

export const labelOf = (option: Option): string => (typeof option === "string" ? option : option.label);

/** The words of options: as they stand, by initials (`P.Q.R.`), by gender and number, abbreviated (`VINC.`, `No reg`). */
export function choiceWords(options: Options): ChoiceWords {
  const words = Object.entries(options).flatMap(([code, option]) => wordsOf(code, option));
  const exact = index(words, ({ word }) => word);
  const stems = index(words, ({ word }) => stemmed(word));
  return {
    names: knownNames(words.map(({ word, code }) => [word, labelOf(options[code] ?? code)])),
    find(typed) {
      if (typed.length > longest) return undefined;
      const word = normalise(typed);
      return (
        exact.get(word) ??
        exact.get(joinInitials(word)) ??
        stems.get(stemmed(word)) ??
        abbreviated(word, words)
      );
    },
  };
}

interface Word extends Choice {
  readonly word: string;
}

function wordsOf(code: string, option: Option): readonly Word[] {
  const { label, synonyms = [], same = [] } = typeof option === "string" ? { label: option } : option;
  const certain = [label, ...same].map(wordForm);
  const others = synonyms.map(wordForm);
  const near = others.filter((word) => certain.some((one) => isKin(word, one)));
  const isLoose = (word: string) => ![...certain, ...near].some((one) => isKin(word, one));
  return [...certain, ...others].map((word) => ({ word, code, loose: isLoose(word) }));
}

const wordForm = (text: string): string => joinInitials(normalise(text));

/** Words that stand for one option only; a word of two options stands for none. */
function index(words: readonly Word[], form: (word: Word) => string): ReadonlyMap<string, Choice> {
  const found = new Map<string, Choice | undefined>();
  for (const word of words) {
    const key = form(word);
    const known = found.get(key);
    const shared = found.has(key) && known?.code !== word.code;
    found.set(key, shared ? undefined : (known ?? word));
  }
  return new Map([...found].filter((entry): entry is [string, Choice] => entry[1] !== undefined));
}

/** Words without the ending that agrees in gender and number: «interesadas» means the option Interesado. */
const stemmed = (words: string): string => words.replace(/(?<=\p{L}{3})(?:[oae]?s|[oae])(?= |$)/gu, "");

/** `p q r`, which was «P.Q.R.», is `pqr`. */
const joinInitials = (words: string): string =>
  /^\p{L}(?: \p{L})+$/u.test(words) ? words.replaceAll(" ", "") : words;

/** The one option whose words begin with the words typed, of which the first has three letters or the label as many words. */
function abbreviated(typed: string, words: readonly Word[]): Choice | undefined {
  const parts = typed.split(" ");
  if ((parts[0]?.length ?? 0) < 3 && parts.length === 1) return undefined;
  const found = words.filter(({ word }) => isAbbreviation(parts, word.split(" ")));
  const [first] = found;
  if (!first || found.some(({ code }) => code !== first.code)) return undefined;
  return { code: first.code, loose: found.every(({ loose }) => loose) };
}

function isAbbreviation(parts: readonly string[], words: readonly string[]): boolean {
  return parts.length === words.length && parts.every((part, place) => words[place]?.startsWith(part));
}

/** Whether two names have a stem in common, or one is the beginning or the initials of the other. */
function isKin(one: string, other: string): boolean {
  if (one.startsWith(other) || other.startsWith(one)) return true;
  if (initials(one) === other || initials(other) === one) return true;
  const stems = new Set(contentWords(other).map((word) => word.slice(0, 4)));
  return contentWords(one).some((word) => stems.has(word.slice(0, 4)));
}

const contentWords = (words: string): readonly string[] => words.split(" ").filter((word) => word.length > 3);

const initials = (words: string): string =>
  words
    .split(" ")
    .filter((word) => word.length > 3 || words.split(" ").length < 3)
    .map((word) => word.charAt(0))
    .join("");
