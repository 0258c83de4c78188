import type { Condition } from "./condition.ts";
import type { Finding } from "./issue.ts";
import type { Context, Kind } from "./kind.ts";
import type { Role } from "./role.ts";
import type { Row, Value } from "./value.ts";

declare const valueType: unique symbol;

/** A rule about one value in its row; gives what is wrong, or undefined. Never called for an empty value. */
export type Check = (value: string | number, row: Row, context: Context) => Finding | undefined;

/**
 * What a column says of a person whose data the company keeps (Ley 1581 de 2012). A `document` names one person, an
 * `account` one contract of theirs, a `name` perhaps several; a `mention` holds the account or the name of a user of
 * another record; a `detail` says something else of whoever the row is about.
 */
export type Personal = "document" | "account" | "name" | "mention" | "detail";

/** What every column may say beside its kind. */
export interface ColumnOptions {
  /** Header in the sheet and name in every message. */
  readonly label: string;
  /** Always, or under a condition on other columns of the row. */
  readonly required?: boolean | Condition;
  /** The only condition under which the row may have a value here. */
  readonly onlyWhen?: Condition;
  /** Roles that may read the column, where fewer than those of the record. */
  readonly read?: readonly Role[];
  /** Roles that may write the column, where fewer than those of the record. */
  readonly write?: readonly Role[];
  /** Other names that staff give it. */
  readonly synonyms?: readonly string[];
  /** One sentence shown when the cell is selected. */
  readonly hint?: string;
  readonly width?: number;
  /** Where set, the column holds personal data, which is handed out and anonymised on request. */
  readonly personal?: Personal;
}

/** A column of a record. `V` is the type of its canonical values. */
export interface Column<V extends string | number = string | number> extends ColumnOptions {
  readonly kind: Kind;
  readonly checks: readonly Check[];
  /** Where set, the value follows from the row and nobody types it. */
  readonly compute?: (row: Row, context: Context) => Value;
  /** Where set, the service alone gives the value. */
  readonly keptByService?: true;
  readonly [valueType]?: V;
}

export type Columns = Readonly<Record<string, Column>>;

export type ValueOf<C> = C extends Column<infer V> ? V : never;

/** The canonical row of a set of columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> | null };

export function isTyped(column: Column): boolean {
  return !column.compute && !column.keptByService;
}
