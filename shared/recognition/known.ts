import type { Sheet } from "../model/sheet.ts";
import { createNames, type Names } from "./name-likeness.ts";
import type { World } from "./world.ts";
import { toWords, wordLikeness, type Word } from "./words.ts";

/** A record ready to be compared with worksheets. */
export interface Known {
  readonly sheet: Sheet;
  readonly names: Names;
  /** How telling a column is: 1 where no other record has one of its name, 1/n where n have it. */
  rarity(key: string): number;
  /** Whether a title says a word that names this record and no other, nor a column. */
  isNamedIn(titles: readonly string[]): boolean;
}

/** The records of the world, each seen among the others; made once for the same records and lessons. */
export function knownRecords(world: World): readonly Known[] {
  const owner = world.learned ?? world.sheets;
  const before = made.get(owner);
  if (before?.sheets === world.sheets) return before.known;
  const known = compareRecords(world);
  made.set(owner, { sheets: world.sheets, known });
  return known;
}

const made = new WeakMap<object, { readonly sheets: readonly Sheet[]; readonly known: readonly Known[] }>();

function compareRecords({ sheets, learned }: World): readonly Known[] {
  const named = sheets.map((sheet) => ({ sheet, names: createNames(sheet, learned) }));
  return named.map(({ sheet, names }) => {
    const telling = tellingWords(sheet, sheets);
    const rarities = new Map<string, number>();
    return {
      sheet,
      names,
      rarity(key) {
        const rarity =
          rarities.get(key) ?? 1 / Math.max(1, countHaving(named, sheet.columns[key]?.label ?? ""));
        rarities.set(key, rarity);
        return rarity;
      },
      isNamedIn: (titles) => titles.some((title) => toWords(title).some((word) => isAmong(word, telling))),
    };
  });
}

const countHaving = (named: readonly { readonly names: Names }[], label: string): number =>
  named.filter(({ names }) => Math.max(0, ...names.likeness(label).values()) >= 0.85).length;

/** The words of a record's name that neither another record's name nor any column has. */
function tellingWords(sheet: Sheet, sheets: readonly Sheet[]): readonly Word[] {
  const others = sheets.flatMap((other) => [
    ...(other === sheet ? [] : toWords(other.label)),
    ...(other === sheet ? [] : Object.values(other.columns).flatMap(({ label }) => toWords(label))),
  ]);
  return toWords(sheet.label).filter((word) => !isAmong(word, others));
}

const isAmong = (word: Word, words: readonly Word[]): boolean =>
  words.some((other) => wordLikeness(word, other) >= 0.7);
