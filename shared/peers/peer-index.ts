import { z } from "zod";
import { readableColumns } from "../model/access.ts";
import type { PeerRule } from "../model/peer-rule.ts";
import type { Role } from "../model/role.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Row } from "../model/value.ts";
import { peerColumns, peerRules, type Peer } from "./peer-questions.ts";
import { markOf, seal, unseal } from "./seal.ts";

/** What is looked up in a record's index: the rules that need others' rows, and the keys that are taken. */
export type Indexed =
  | { readonly kind: "rule"; readonly rule: PeerRule }
  | { readonly kind: "key"; readonly key: readonly string[] };

/** What the index of a record holds for a role, in order: only what their own columns may ask. */
export function indexedOf(sheet: Sheet, role: Role): readonly Indexed[] {
  const readable = new Set(readableColumns(sheet, role));
  const seesAll = (columns: readonly string[]) => columns.every((column) => readable.has(column));
  return [
    ...peerRules(sheet)
      .filter(({ on, match }) => seesAll([on, ...match.map(([own]) => own)]))
      .map((rule) => ({ kind: "rule" as const, rule })),
    ...sheet.keys.filter(seesAll).map((key) => ({ kind: "key" as const, key })),
  ];
}

/** What a row says in a key, exactly; undefined where all of it is empty. */
export function keyTextOf(key: readonly string[], row: Row): string | undefined {
  const values = key.map((column) => row[column] ?? null);
  return values.every((value) => value === null) ? undefined : JSON.stringify(values);
}

/** An entry: the mark of what rows say, and sealed which they are and what the rule tells of them. */
export type Entry = [mark: string, sealed: string];

const contentSchema = z.array(z.tuple([z.string()]).rest(z.union([z.string(), z.number(), z.null()])));

/** Seals the rows that say a text. A row goes by the mark of its id: enough to know one's own again. */
export function entryOf(
  text: string,
  peers: readonly Peer[],
  columns: readonly string[],
  edition: string,
): Entry {
  const content = peers.map(({ id, values }) => [
    markOf(id),
    ...columns.map((column) => values[column] ?? null),
  ]);
  return [markOf(text), seal(JSON.stringify(content), text, edition)];
}

/** The rows of a sealed entry, by whoever knows the text; their ids are marks. */
export function peersOfEntry(
  sealed: string,
  text: string,
  columns: readonly string[],
  edition: string,
): readonly Peer[] {
  const content = contentSchema.parse(JSON.parse(unseal(sealed, text, edition)));
  return content.map(([id, ...values]) => ({
    id,
    values: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])),
  }));
}

/** Under which edition the entries of a rule are sealed: another for each version and each rule. */
export const editionOf = (version: string, rule: number): string => `${version}#${rule}`;

export const columnsTold = (indexed: Indexed): readonly string[] =>
  indexed.kind === "rule" ? peerColumns(indexed.rule) : [];
