import type { Sheet } from "../model/sheet.ts";
import { normalise } from "../text/normalise.ts";
import type { LearnedSynonyms } from "./proposal.ts";
import { toWords, wordLikeness, type Word } from "./words.ts";

/** What a record's columns are called, ready to be compared with headers. */
export interface Names {
  /** How well a header stands for each column of the record, from 0 to 1; columns that it has nothing of are absent. */
  likeness(header: string): ReadonlyMap<string, number>;
}

interface Name {
  readonly key: string;
  readonly words: readonly Word[];
  readonly spelt: string;
  /** The label stands above the other names. */
  readonly standing: number;
}

const synonymStanding = 0.93;
/** «Funcionario responsable» says two of a column's names at once. */
const saidTwice = 0.86;

const areAll = (typed: readonly Word[], known: readonly Word[]): boolean =>
  typed.length > 1 && typed.every((word) => known.some((other) => wordLikeness(word, other) >= 0.9));

/** Words that qualify a column without making it another, as the record's own subject does: «Servicio prestado». */
const harmless =
  /^(ofrecid|prestad|solicitad|realizad|registrad|asignad|contratad|cliente|caso|tomad|dato|predio|1$)/u;
const harmlessWeight = 0.1;
/** A name that a colleague corrected is as good as the column's own; what else it nearly says is asked all the same. */
const learnedLikeness = 1;

/** The names of a record: labels, synonyms and what people taught. */
export function createNames(sheet: Sheet, learned: LearnedSynonyms | undefined): Names {
  const names: Name[] = [];
  const wordsByKey = new Map<string, Word[]>();
  for (const [key, column] of Object.entries(sheet.columns)) {
    for (const name of [column.label, ...(column.synonyms ?? [])]) {
      const standing = name === column.label ? 1 : synonymStanding;
      const words = toWords(name);
      names.push({ key, words, spelt: spelt(name), standing });
      wordsByKey.set(key, [...(wordsByKey.get(key) ?? []), ...words]);
    }
  }
  const taught = new Map(Object.entries(learned?.[sheet.id] ?? {}));
  const ownNames = new Set(names.filter(({ words }) => words.length === 1).map(({ spelt: name }) => name));
  const subject = new Set(toWords(sheet.label).map((word) => word.stem));
  const qualifies = (word: Word): boolean =>
    !ownNames.has(word.text) && (subject.has(word.stem) || harmless.test(word.text));
  const known = new Map<string, ReadonlyMap<string, number>>();
  return {
    likeness(header) {
      const before = known.get(header);
      if (before) return before;
      const found = compare(header);
      if (known.size < 5_000) known.set(header, found);
      return found;
    },
  };

  function compare(header: string): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { text, weight } of readings(header)) {
      const words = toWords(text);
      const typed = spelt(text);
      for (const name of names) {
        const same = typed === name.spelt ? 1 : 0.98 * compareWords(words, name.words, qualifies);
        const likeness = same * name.standing * weight;
        if (likeness > Math.max(0.2, found.get(name.key) ?? 0)) found.set(name.key, likeness);
        if (likeness > 0.5 * weight && likeness < saidTwice && areAll(words, wordsByKey.get(name.key) ?? []))
          found.set(name.key, Math.max(saidTwice * weight, found.get(name.key) ?? 0));
      }
    }
    const key = taught.get(normalise(header));
    if (key !== undefined) found.set(key, learnedLikeness);
    return found;
  }
}

/** The whole text, and each of several names that a stroke parts. */
function readings(header: string): readonly { readonly text: string; readonly weight: number }[] {
  const parts = header.split(/\s*\/\s*|\s+-\s+/u).filter((part) => part.trim() !== "");
  const whole = { text: header, weight: 1 };
  return parts.length < 2 ? [whole] : [whole, ...parts.map((text) => ({ text, weight: 0.96 }))];
}

/** A name spelt out, for finding it at once. */
const spelt = (text: string): string =>
  toWords(text)
    .map(({ text: word }) => word)
    .join(" ");

/** The share of what each side says that the other says too, as their harmonic mean. */
function compareWords(
  typed: readonly Word[],
  name: readonly Word[],
  qualifies: (word: Word) => boolean,
): number {
  const total = isAggregate(typed);
  if (total && !name.some((word) => aggregate.test(word.text))) return 0;
  const inTyped = covered(typed, name, wordLikeness, (word) =>
    qualifies(word) ? harmlessWeight : word.weight,
  );
  if (inTyped === 0) return 0;
  const inName = covered(
    name,
    typed,
    (a, b) => wordLikeness(b, a),
    (word) => word.weight,
  );
  const likeness = (2 * inTyped * inName) / (inTyped + inName);
  if (!sayWhatItIs(typed, name)) return likeness / 2;
  return total && typed.length === 1 ? 0.75 * likeness : likeness;
}

/** «Fecha factura» is no invoice, nor is «Valor factura»: what kind of value it is must be in the name too. */
function sayWhatItIs(typed: readonly Word[], name: readonly Word[]): boolean {
  return typed.every(({ text }) => !heads.has(text) || name.some((word) => word.text === text));
}

const heads = new Set(["fecha", "valor", "porcentaje", "tipo"]);

const aggregate = /^(?:sub)?total(?:es)?$|^suma$|^promedio$|^acumulado$/u;

const isAggregate = (words: readonly Word[]): boolean => aggregate.test(words[0]?.text ?? "");

function covered(
  words: readonly Word[],
  others: readonly Word[],
  likeness: (word: Word, other: Word) => number,
  weigh: (word: Word) => number,
): number {
  let all = 0;
  let found = 0;
  for (const word of words) {
    const best = Math.max(0, ...others.map((other) => likeness(word, other)));
    const weight = best > 0.6 ? word.weight : weigh(word);
    all += weight;
    if (best > 0.6) found += weight * best;
  }
  return all === 0 ? 0 : found / all;
}
