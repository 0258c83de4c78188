import type { Condition } from "./condition.ts";
import type { IssueCode, Severity } from "./issue.ts";
import type { Adjustable } from "./setting.ts";

/** A rule of a row that only others' rows can break: of the same record or of another one. */
export interface PeerRule<K extends string = string> {
  readonly on: K;
  readonly finding: { readonly code: IssueCode; readonly severity: Severity };
  /** Code of the record whose rows are looked at; a row is never its own peer. */
  readonly against: string;
  /** Own column and the other's: peers say the same in all of them, but for accents, case and punctuation. */
  readonly match: readonly (readonly [own: K, other: string])[];
  /** Where set, only rows whose first matched column is a number of digits are judged. */
  readonly digitsOnly?: true;
  /** Where set, only rows that keep the condition are judged. */
  readonly when?: Condition;
  /** Where set, only peers of the days before the row's own count; a row without a day is not judged. */
  readonly within?: PeerDays<K>;
  /** Own column and the other's that must differ: a colleague's row, say. */
  readonly otherThan?: readonly [own: K, other: string];
  /** Whether there must be no peer, or at least one. */
  readonly expect: "none" | "some";
  /** What is told of the peer, whoever asks: columns of the other record by the name of the detail. */
  readonly tells?: Readonly<Record<string, string>>;
}

/** The days before a row's own day on which a peer counts; of several columns the first that is filled says the day. */
export interface PeerDays<K extends string = string> {
  readonly own: readonly K[];
  readonly other: readonly string[];
  /** Days back at most and at least; any number, and none, unless given. */
  readonly most?: Adjustable;
  readonly least?: number;
}
