import type { TableRow } from "../excel/table-row.ts";
import type { Context } from "../../shared/model/kind.ts";

/** All on which the meaning of a row depends beside the row itself. */
export interface ReadUnder {
  readonly context: Context;
  /** The record, the columns of the table with their habits, and what a title gives to every row. */
  readonly form: string;
}

interface Held<T> {
  readonly under: ReadUnder;
  readonly value: T;
}

/**
 * Remembers what was made of rows for as long as they are: a sheet of ten thousand is judged again with every cell that
 * is typed, and all but one of its rows are the very same.
 */
export function createRemembered<T>() {
  const held = new WeakMap<object, Held<T>>();
  return (key: object, under: ReadUnder, make: () => T): T => {
    const known = held.get(key);
    if (known && isSame(known.under, under)) return known.value;
    const value = make();
    held.set(key, { under, value });
    return value;
  };
}

function isSame(one: ReadUnder, other: ReadUnder): boolean {
  const [a, b] = [one.context, other.context];
  const isSameWorld = a.today === b.today && a.people === b.people && a.date1904 === b.date1904;
  return isSameWorld && one.form === other.form;
}

/** The row as it was read before, where it says the same: then what was made of it holds. */
export function sameLine(before: TableRow | undefined, now: TableRow): TableRow {
  if (before === now) return now;
  return before && JSON.stringify(plain(before)) === JSON.stringify(plain(now)) ? before : now;
}

const plain = ({ formulas, ...row }: TableRow) => [row, [...(formulas ?? [])]];
