import type { Cell } from "../../shared/model/value.ts";

/** What Excel would take for a formula, an error, a number, a date or a truth value, or for its own apostrophe. */
const wouldBeRead = /^['=+\-@#]|\d|^\s*(true|false|verdadero|falso)\s*$/iu;

/** The input that leaves exactly this value in a cell: text stays text, whatever it looks like. */
export function toInput(cell: Cell): Cell {
  return typeof cell === "string" && wouldBeRead.test(cell) ? `'${cell}` : cell;
}
