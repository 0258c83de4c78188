import * as z from "zod";
import { tidy } from "../../text/normalise.ts";
import type { Column, ColumnOptions } from "../column.ts";
import type { ColumnHabit } from "../habit.ts";
import type { Finding } from "../issue.ts";
import { refused, understood, type Kind } from "../kind.ts";
import type { Cell } from "../value.ts";
import { buildColumn } from "./build-column.ts";

interface TextOptions extends ColumnOptions {
  /** Longest text, in characters; 200 unless said. */
  readonly max?: number;
}

/** Text as typed, ends trimmed and inner white space collapsed. Numbers typed where text belongs keep their digits. */
export function text(options: TextOptions): Column<string> {
  return buildColumn(textKind(options.max ?? 200), options);
}

function textKind(max: number): Kind {
  return {
    name: "text",
    layout: { numberFormat: "@", align: "left", width: max > 200 ? 36 : 22 },
    storage: "TEXT",
    schema: z
      .string()
      .min(1)
      .max(max)
      .refine((value) => value === tidy(value)),
    read(cell, { habit }) {
      const value = cellToText(cell);
      if (value.length > max) return refused("too-long", { max, length: value.length });
      return understood(value, padded(cell, habit) === undefined ? undefined : lostZeros(value));
    },
    write: (value) => String(value),
    display: (value) => String(value),
    pseudonym: (token) => `Anónimo ${token}`.trim().slice(0, max),
    suggest: (cell, { habit }) => [padded(cell, habit) ?? []].flat(),
    habitOf(cells) {
      const digits = mostDigits(cells);
      return digits === 0 ? undefined : { digits };
    },
  };
}

/** A number with the zeros that the other numbers of its column begin with. */
function padded(cell: Cell, habit: ColumnHabit | undefined): string | undefined {
  if (typeof cell !== "number" || habit?.digits === undefined) return undefined;
  const digits = String(cell);
  return /^\d+$/.test(digits) && digits.length < habit.digits
    ? digits.padStart(habit.digits, "0")
    : undefined;
}

/** The length of the longest number that is kept as text with a leading zero. */
function mostDigits(cells: Iterable<Cell>): number {
  let digits = 0;
  for (const cell of cells)
    if (typeof cell === "string" && /^0\d{1,29}$/.test(cell)) digits = Math.max(digits, cell.length);
  return digits;
}

const lostZeros = (read: string): Finding => ({
  code: "lost-leading-zero",
  severity: "warning",
  details: { read },
});

/** The text of a cell; whole numbers without exponent, truth values in Spanish. */
export function cellToText(cell: Cell): string {
  if (typeof cell === "number")
    return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "Verdadero" : "Falso";
  return tidy(cell);
}
