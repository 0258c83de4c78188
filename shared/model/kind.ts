import type { z } from "zod";
import type { Directory } from "./directory.ts";
import type { ColumnHabit, ColumnHabits } from "./habit.ts";
import type { Finding } from "./issue.ts";
import type { Settings } from "./setting.ts";
import type { Cell, Day, Row, Value } from "./value.ts";

/** What a kind or a rule may ask about the world outside the row. */
export interface Context {
  /** The current day in America/Bogota. */
  readonly today: Day;
  readonly people: Directory;
  /** The workbook counts dates from 1904, as old Excel for Mac did. */
  readonly date1904: boolean;
  /** The settings of the company that are not as defined. */
  readonly settings?: Settings;
  /** How the sheet at hand writes its columns. */
  readonly habits?: ColumnHabits;
}

/** The world as the kind of one column sees it: with the habit of that very column. */
export interface CellContext extends Context {
  readonly habit?: ColumnHabit;
}

/** What a cell was understood to mean: a value (perhaps with a remark), or why it has none. */
export type Reading =
  | { readonly ok: true; readonly value: Value; readonly warning?: Finding }
  | { readonly ok: false; readonly finding: Finding };

/** How a value lies in a sheet. */
export interface Layout {
  /** Excel number format in en-US notation; `@` is text. */
  readonly numberFormat: string;
  readonly align: "left" | "center" | "right";
  /** Column width in characters of the default font. */
  readonly width: number;
}

/**
 * A kind of column. It answers every layer's question itself: how a cell is read, how a value is written, validated,
 * stored and offered, so that no layer switches on kinds.
 */
export interface Kind {
  readonly name: string;
  readonly layout: Layout;
  /** SQLite storage of the canonical value. */
  readonly storage: "TEXT" | "INTEGER" | "REAL";
  /** The canonical value as it travels; never null. */
  readonly schema: z.ZodType<string | number>;
  /** Reads a cell that is neither empty nor an error. `row` holds the columns that stand before this one. */
  read(cell: Cell, context: CellContext, row: Row): Reading;
  /** The cell for a value, such that `read(write(value))` gives the value again. */
  write(value: string | number, context: CellContext): Cell;
  /** The value as people read it. */
  display(value: string | number, context: Context): string;
  /** What a dropdown offers, or undefined where anything may be typed. */
  options?(context: Context): readonly string[];
  /** «¿Quiso decir…?»: at most three texts that somebody may have meant by a cell that could not be read, or is doubtful. */
  suggest?(cell: Cell, context: CellContext): readonly string[];
  /** A value that is nobody's, to stand for one that was erased; another for every token (capital letters and digits). */
  pseudonym?(token: string, row: Row): string | number;
  /** Columns of the row that `read` looks at, where there are any. */
  readonly readsWith?: readonly string[];
  /** What the cells of a whole column tell about how it is written, where they tell anything. */
  habitOf?(cells: Iterable<Cell>): ColumnHabit | undefined;
}

export const understood = (value: Value, warning?: Finding): Reading =>
  warning ? { ok: true, value, warning } : { ok: true, value };

export const refused = (
  code: Finding["code"],
  details?: Readonly<Record<string, string | number>>,
): Reading => ({
  ok: false,
  finding: details ? { code, details } : { code },
});

/** The world as one column of the sheet at hand sees it. */
export function atColumn(context: Context, key: string): CellContext {
  const habit = context.habits?.[key];
  return habit ? { ...context, habit } : context;
}
