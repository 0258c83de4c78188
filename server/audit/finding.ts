import type { EntryKind } from "./chain.ts";

/** Why the audit is not whole: the first thing found. */
export type Finding =
  /** The chain does not begin where every audit begins. */
  | { readonly code: "no-beginning" }
  /** Between two entries one lacks. */
  | { readonly code: "missing-entry"; readonly n: number }
  /** An entry, or what it tells of, is not what it was; `erased`: what an anonymisation left of it. */
  | {
      readonly code: "altered-entry" | "altered-erased-entry" | "missing-line" | "repeated-line";
      readonly n: number;
      readonly kind: EntryKind;
      readonly ref: number;
    }
  /** Nothing is ever erased of an event. */
  | { readonly code: "erased-event"; readonly n: number; readonly ref: number }
  /** A line that no entry tells of. */
  | { readonly code: "unchained-line"; readonly kind: EntryKind; readonly ref: number }
  /** Values were erased from entries without the event that says so. */
  | { readonly code: "unsealed-erasure"; readonly event: number }
  /** An anonymisation erased values of a row that is not one of the person's. */
  | { readonly code: "stray-erasure"; readonly n: number; readonly event: number }
  | { readonly code: "stray-note"; readonly ref: number }
  /** A row says something else than its versions. */
  | { readonly code: "row-differs"; readonly sheet: string; readonly row: string; readonly column: string }
  | { readonly code: "row-missing" | "row-unknown"; readonly sheet: string; readonly row: string }
  | { readonly code: "setting-differs"; readonly place: number }
  | { readonly code: "removal-differs"; readonly attachment: string }
  /** An account is not what the last event about it told; null where there is none, or should be none. */
  | {
      readonly code: "account-differs";
      /** The id of the person. */
      readonly account: string;
      readonly what: "role" | "state";
      readonly told: string | null;
      readonly is: string | null;
    }
  /** The head that was kept outside is not in the chain: what came before it was rewritten or cut off. */
  | { readonly code: "head-unknown"; readonly n: number };

/** An anonymisation as an auditor compares it with what the company asked for. */
export interface ToldAnonymisation {
  /** The place of its entry. */
  readonly n: number;
  readonly at: string;
  /** The id of who did it. */
  readonly by: string | null;
  readonly reason: string;
  /** Every row of which it erased values, as record and id: the person's, and those that once named them. */
  readonly rows: readonly (readonly [string, string])[];
}

/** What the check of a whole audit found. */
export type Verdict =
  | {
      readonly ok: true;
      readonly entries: number;
      readonly head: string;
      readonly rows: number;
      /** Entries of which values were erased on a person's request. */
      readonly erased: number;
      /** Those after the oldest mark that was given; all of them where none was. */
      readonly anonymisations: readonly ToldAnonymisation[];
    }
  | { readonly ok: false; readonly finding: Finding };

/** The outside mark of an entry: its place and hash. */
export interface Anchor {
  readonly n: number;
  readonly hash: string;
}

export const anchorText = ({ n, hash }: Anchor): string => `${n}:${hash}`;

/** The mark that a text is; undefined where it is none. */
export function readAnchor(text: string): Anchor | undefined {
  const [, n, hash] = /^\s*(\d{1,15}):([0-9a-f]{64})\s*$/.exec(text) ?? [];
  return n !== undefined && hash !== undefined ? { n: Number(n), hash } : undefined;
}
