import type { Area } from "../../shared/recognition/grid.ts";

/** `C7` as its row and column, from 0; undefined where it is no address. */
export function parseCell(address: string): { readonly row: number; readonly column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!parts) return undefined;
  return { row: Number(parts[2]) - 1, column: columnOfLetters(parts[1] ?? "") };
}

/** `C7:E9`, or one cell, as an area; undefined where it is none. */
export function parseArea(address: string): Area | undefined {
  const [first, last = first] = address.split(":").map(parseCell);
  if (!first || !last) return undefined;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** `AB` → 27. */
export function columnOfLetters(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
