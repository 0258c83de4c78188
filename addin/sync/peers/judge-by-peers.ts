import { findingToIssue, type Issue } from "../../../shared/model/issue.ts";
import type { Context } from "../../../shared/model/kind.ts";
import type { PeerRule } from "../../../shared/model/peer-rule.ts";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { peerIssue } from "../../../shared/peers/peer-issue.ts";
import { keyTextOf } from "../../../shared/peers/peer-index.ts";
import { peerQuestion, peerTextOf, type Peer } from "../../../shared/peers/peer-questions.ts";
import type { LocalRow } from "../interpret-rows.ts";
import type { PeerBook, PeerIndex } from "./peer-book.ts";

/** What rows are judged by that are not of their table. */
export interface PeerWorld {
  readonly book: Pick<PeerBook, "indexesOf" | "markOf">;
  record(id: string): Sheet | undefined;
  /** The rows of a record in the workbook's other linked sheets. */
  linked(sheet: string): readonly LocalRow[];
}

export interface PeerJudging {
  readonly sheet: Sheet;
  readonly context: Context;
  /** The columns that the table has. */
  readonly columns: ReadonlySet<string>;
  readonly peers: PeerWorld;
}

/** Judges one row in view of all others: those of the workbook as they stand, and the service's as the index has them. */
export type JudgeByPeers = (row: LocalRow, values: Row) => readonly Issue[];

/** Makes ready to judge the rows of a table; what needs all of its rows is looked at once. */
export function judgingByPeers(rows: readonly LocalRow[], judging: PeerJudging): JudgeByPeers {
  const { sheet, peers } = judging;
  const own = marksOf(peers, () => [...rows, ...peers.linked(sheet.id)]);
  const judges = peers.book
    .indexesOf(sheet.id)
    .map((index) =>
      index.indexed.kind === "key"
        ? judgeKey(index, index.indexed.key, own, judging)
        : judgeRule(index, index.indexed.rule, rows, judging),
    );
  return (row, values) => judges.flatMap((judge) => judge(row, values) ?? []);
}

type Judge = (row: LocalRow, values: Row) => Issue | undefined;

function judgeRule(index: PeerIndex, rule: PeerRule, rows: readonly LocalRow[], judging: PeerJudging): Judge {
  const { sheet, peers, context, columns } = judging;
  const against = peers.record(rule.against);
  if (!against || rule.match.some(([own]) => !columns.has(own))) return () => undefined;
  const local = [...(against.id === sheet.id ? rows : []), ...peers.linked(against.id)];
  const said = rowsByText(rule, local);
  const own = marksOf(peers, () => local);
  return (row, values) => {
    const question = peerQuestion(rule, values, new Set(Object.keys(row.reading.unread)));
    if (!question) return undefined;
    const here = (said.get(question.text) ?? []).filter((peer) => peer.id !== row.known.id);
    // A row of the service that the workbook shows speaks by what it says here.
    const there = index.find(question.text).filter((peer) => !own().has(peer.id));
    if (rule.expect === "some" && !index.complete) return undefined;
    return peerIssue(question, values, [...here, ...there], { against, context });
  };
}

/** A key that the service has, of a row that this workbook does not show. */
function judgeKey(
  index: PeerIndex,
  key: readonly string[],
  own: () => ReadonlySet<string>,
  { sheet, context, columns }: PeerJudging,
): Judge {
  if (key.some((column) => !columns.has(column))) return () => undefined;
  return ({ reading }, values) => {
    const text = key.some((column) => column in reading.unread) ? undefined : keyTextOf(key, values);
    const [first] = key;
    if (text === undefined || first === undefined) return undefined;
    if (index.find(text).every(({ id }) => own().has(id))) return undefined;
    const filled = key.filter((column) => (values[column] ?? null) !== null);
    const details = {
      columns: filled.map((column) => columnOf(sheet, column).label).join(", "),
      typed: filled
        .map((column) => columnOf(sheet, column).kind.display(values[column] ?? "", context))
        .join(", "),
    };
    return findingToIssue(first, { code: "duplicate", details });
  };
}

/** The marks of rows, made when they are first asked for. */
function marksOf({ book }: PeerWorld, rows: () => readonly LocalRow[]): () => ReadonlySet<string> {
  let marks: ReadonlySet<string> | undefined;
  return () => (marks ??= new Set(rows().map(({ known }) => book.markOf(known.id))));
}

function rowsByText(rule: PeerRule, rows: readonly LocalRow[]): ReadonlyMap<string, readonly Peer[]> {
  const byText = new Map<string, Peer[]>();
  for (const { known, reading, copyOf } of rows) {
    const text = copyOf === null ? textsOf(rule).of(reading.values) : undefined;
    if (text === undefined) continue;
    const same = byText.get(text);
    const peer = { id: known.id, values: reading.values };
    if (same) same.push(peer);
    else byText.set(text, [peer]);
  }
  return byText;
}

/** What rows say, remembered for as long as they are: comparing texts costs more than reading them. */
const textsByRule = new WeakMap<PeerRule, { of(values: Row): string | undefined }>();

function textsOf(rule: PeerRule) {
  const known = textsByRule.get(rule);
  if (known) return known;
  const texts = new WeakMap<Row, string | null>();
  const made = {
    of(values: Row) {
      const found = texts.get(values);
      const text = found === undefined ? (peerTextOf(rule, values) ?? null) : found;
      texts.set(values, text);
      return text ?? undefined;
    },
  };
  textsByRule.set(rule, made);
  return made;
}
