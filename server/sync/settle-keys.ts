import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row, Value } from "../../shared/model/value.ts";
import { valueOf } from "./merge.ts";

/** A row that wants to be written. */
export interface Candidate {
  readonly id: string;
  /** The row as it stands, null for a new one. */
  readonly now: Row | null;
  readonly row: Row;
}

/** A key that two rows want, and who has it. */
export interface Collision {
  readonly key: readonly string[];
  readonly holder: string;
}

/** Which row has a key now: the text of `keyText`, by position of the key in the definition. */
export type Holders = (key: number, text: string) => string | undefined;

/**
 * Which candidates cannot be written because another row has their key. Rows that stand come first, then the candidates
 * in the order of the push; a key that one candidate gives up may be taken by another.
 */
export function settleKeys(
  sheet: Sheet,
  candidates: readonly Candidate[],
  holders: Holders,
): ReadonlyMap<string, Collision> {
  const refused = new Map<string, Collision>();
  if (sheet.keys.length === 0) return refused;
  // Each round refuses somebody or is the last: a refused row keeps its old key, which may refuse another one.
  for (let known = -1; known < refused.size;) {
    known = refused.size;
    for (const key of sheet.keys.keys()) settleKey(sheet, key, { candidates, holders, refused });
  }
  return refused;
}

/** The values of a row's key as text; empty ones count as equal. */
export function keyText(key: readonly string[], row: Row): string {
  return JSON.stringify(keyValues(key, row));
}

export function keyValues(key: readonly string[], row: Row): readonly Value[] {
  return key.map((column) => valueOf(row, column));
}

interface Round {
  readonly candidates: readonly Candidate[];
  readonly holders: Holders;
  readonly refused: Map<string, Collision>;
}

function settleKey(sheet: Sheet, index: number, { candidates, holders, refused }: Round): void {
  const key = sheet.keys[index] ?? [];
  const moving = new Map(
    candidates.filter(({ id }) => !refused.has(id)).map((candidate) => [candidate.id, candidate]),
  );
  const taken = new Map<string, string>();
  for (const { now, row, id } of moving.values()) {
    if (now && keyText(key, now) === keyText(key, row)) taken.set(keyText(key, row), id);
  }
  for (const { id, row } of moving.values()) {
    const text = keyText(key, row);
    const standing = holders(index, text);
    const holder = standing !== undefined && !moving.has(standing) ? standing : taken.get(text);
    if (holder !== undefined && holder !== id) refused.set(id, { key, holder });
    else taken.set(text, id);
  }
}
