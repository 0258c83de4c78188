import { holds } from "../model/condition.ts";
import type { PeerRule } from "../model/peer-rule.ts";
import { settled, type Settings } from "../model/setting.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Day, Row, Value } from "../model/value.ts";
import { normalise } from "../text/normalise.ts";

/** What a row asks about its peers. */
export interface PeerQuestion {
  readonly rule: PeerRule;
  /** What peers say in the matched columns. */
  readonly text: string;
  /** The row's own day; null where the rule asks for none. */
  readonly day: Day | null;
}

/** A row that may be a peer, as far as `peerColumns` of the rule. */
export interface Peer {
  readonly id: string;
  readonly values: Row;
}

/** What a row asks; rules whose columns are empty or `unread`, or whose condition the row does not keep, ask nothing. */
export function peerQuestion(
  rule: PeerRule,
  row: Row,
  unread: ReadonlySet<string> = new Set(),
): PeerQuestion | undefined {
  if (ownColumns(rule).some((column) => unread.has(column))) return undefined;
  if (rule.when && !holds(rule.when, row)) return undefined;
  const [first] = rule.match;
  if (rule.digitsOnly && first && !/^\d+$/.test(String(row[first[0]] ?? ""))) return undefined;
  const text = textOf(
    row,
    rule.match.map(([own]) => own),
  );
  const day = rule.within ? dayOf(row, rule.within.own) : null;
  if (text === undefined || (rule.within && day === null)) return undefined;
  return { rule, text, day };
}

/** What a possible peer says in the matched columns; undefined where one of them is empty. */
export function peerTextOf(rule: PeerRule, row: Row): string | undefined {
  return textOf(
    row,
    rule.match.map(([, other]) => other),
  );
}

/** The text by which a value is found: without accents, case and punctuation; undefined for an empty one. */
export function comparableText(value: Value | undefined): string | undefined {
  const text = value === null || value === undefined ? "" : normalise(String(value));
  return text === "" ? undefined : text;
}

/** The columns of the other record that the rule looks at beside the matched ones. */
export function peerColumns({ within, otherThan, tells = {} }: PeerRule): readonly string[] {
  return [
    ...new Set([...(within?.other ?? []), ...(otherThan ? [otherThan[1]] : []), ...Object.values(tells)]),
  ];
}

/** Which of the rows that say the same are peers, those of the newest day first. */
export function peersAmong(
  { rule, day }: PeerQuestion,
  row: Row,
  candidates: readonly Peer[],
  settings: Settings = {},
): readonly Peer[] {
  const { otherThan, within } = rule;
  const peers = candidates.filter(({ values }) => {
    if (otherThan && (values[otherThan[1]] ?? null) === (row[otherThan[0]] ?? null)) return false;
    return !within || day === null || isWithin(dayOf(values, within.other), day, within, settings);
  });
  if (!within) return peers;
  const newest = (peer: Peer) => dayOf(peer.values, within.other) ?? "";
  return peers.toSorted((one, other) => (newest(one) < newest(other) ? 1 : -1));
}

/** The rules of a record that need others' rows. */
export const peerRules = ({ peers = [] }: Pick<Sheet, "peers">): readonly PeerRule[] => peers;

function ownColumns({ on, match, within, otherThan, when }: PeerRule): readonly string[] {
  return [
    on,
    ...match.map(([own]) => own),
    ...(within?.own ?? []),
    ...(otherThan ? [otherThan[0]] : []),
    ...(when ? [when.column] : []),
  ];
}

function textOf(row: Row, columns: readonly string[]): string | undefined {
  const texts = columns.map((column) => comparableText(row[column]));
  return texts.includes(undefined) ? undefined : JSON.stringify(texts);
}

function dayOf(row: Row, columns: readonly string[]): Day | null {
  const filled = columns.map((column) => row[column] ?? null).find((value) => value !== null);
  return typeof filled === "string" ? filled : null;
}

function isWithin(
  other: Day | null,
  own: Day,
  { most, least = 0 }: NonNullable<PeerRule["within"]>,
  settings: Settings,
): boolean {
  if (other === null) return false;
  const days = daysBetween(other, own);
  return days >= least && (most === undefined || days <= settled(most, settings));
}

const daysBetween = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;
