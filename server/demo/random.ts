/** Chance that can be repeated: the same seed gives the same company. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number between two, both included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  digits(length: number): string;
  /** 128 bits in hexadecimal, as rows are named. */
  id(): string;
}

/** A stream of chance for one purpose: a new name beside the seed leaves the other streams as they were. */
export function createRandom(seed: number, purpose: string): Random {
  const next = mulberry32(
    purpose.split("").reduce((hash, sign) => scramble(hash + sign.charCodeAt(0)), seed),
  );
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const digits = (length: number) => Array.from({ length }, () => whole(0, 9)).join("");
  return {
    next,
    whole,
    digits,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, whole(0, items.length - 1)),
    weighted: (weights) => pickWeighted(weights, next()),
    id: () => Array.from({ length: 32 }, () => whole(0, 15).toString(16)).join(""),
  };
}

/** Splits a whole total by weights into whole parts that add up to it (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((one, other) => one + other, 0);
  const byRemainder = exact.map((part, place) => ({ place, rest: part % 1 }));
  byRemainder.sort((one, other) => other.rest - one.rest || one.place - other.place);
  const lucky = new Set(byRemainder.slice(0, left).map(({ place }) => place));
  return parts.map((part, place) => (lucky.has(place) ? part + 1 : part));
}

/** Throws where there is nothing to pick from: lists here are written by hand. */
function itemAt<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new RangeError("there is nothing to pick from");
  return item;
}

function pickWeighted<K extends string>(weights: Readonly<Record<K, number>>, chance: number): K {
  const keys: K[] = [];
  let sum = 0;
  for (const key in weights) {
    keys.push(key);
    sum += weights[key];
  }
  let left = chance * sum;
  const found = keys.find((key) => (left -= weights[key]) < 0);
  return found ?? itemAt(keys, keys.length - 1);
}

/** Tommy Ettinger's generator of 32 bits of state: small, fast, good enough for stories. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function scramble(number: number): number {
  return Math.imul(number ^ (number >>> 16), 0x45d9f3b) >>> 0;
}
