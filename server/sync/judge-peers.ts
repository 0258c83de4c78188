import { readableColumns } from "../../shared/model/access.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { distinctIssues, peerIssue } from "../../shared/peers/peer-issue.ts";
import { peerQuestion, peerRules, peerTextOf, type Peer } from "../../shared/peers/peer-questions.ts";
import type { PeerRule } from "../../shared/model/peer-rule.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Judge } from "./decide-row.ts";
import type { PushStore } from "./push-store.ts";
import type { LoadedRow } from "./stored-row.ts";

/** A row as it would stand. */
export interface JudgedByPeers {
  readonly id: string;
  readonly row: Row;
}

export interface PeerJudging {
  readonly store: Pick<PushStore, "peers">;
  readonly judge: Judge;
  record(id: string): Sheet | undefined;
  /** The rows of this record that the push touched, as they stand by now. */
  readonly state: ReadonlyMap<string, LoadedRow>;
}

/**
 * What is wrong with rows in view of all others: those of the database, and those of this push as they would stand. One
 * query for each rule. Issues of columns that the person may not read are left out.
 */
export async function judgeByPeers(
  sheet: Sheet,
  rows: readonly JudgedByPeers[],
  judging: PeerJudging,
): Promise<ReadonlyMap<string, readonly Issue[]>> {
  const readable = readableColumns(sheet, judging.judge.person.role);
  const issues = new Map<string, readonly Issue[]>();
  for (const rule of peerRules(sheet)) {
    if (!readable.includes(rule.on)) continue;
    for (const [id, issue] of await judgeRule(sheet, rule, rows, judging))
      issues.set(id, distinctIssues([...(issues.get(id) ?? []), issue]));
  }
  return issues;
}

async function judgeRule(
  sheet: Sheet,
  rule: PeerRule,
  rows: readonly JudgedByPeers[],
  { store, judge, record, state }: PeerJudging,
): Promise<readonly (readonly [string, Issue])[]> {
  const against = record(rule.against);
  if (!against) throw new Error(`${sheet.id}: a rule looks at "${rule.against}", which is no record`);
  const asked = rows.flatMap(({ id, row }) => {
    const question = peerQuestion(rule, row);
    return question ? [{ id, row, question }] : [];
  });
  const stored = await store.peers(
    rule,
    asked.map(({ question }) => question),
  );
  const isOwn = against.id === sheet.id;
  const pushed = isOwn ? peersOfPush(rule, rows, state) : new Map<string, readonly Peer[]>();
  return asked.flatMap(({ id, row, question }) => {
    const standing = (stored.get(question.text) ?? []).filter((peer) => !isOwn || !state.has(peer.id));
    const others = [...(pushed.get(question.text) ?? []), ...standing].filter(
      (peer) => !isOwn || peer.id !== id,
    );
    const issue = peerIssue(question, row, others, { against, context: judge.context });
    return issue ? [[id, issue] as const] : [];
  });
}

/** Rows of the push by what they say: as they were decided, those that are being judged as they would stand. */
function peersOfPush(
  rule: PeerRule,
  rows: readonly JudgedByPeers[],
  state: ReadonlyMap<string, LoadedRow>,
): ReadonlyMap<string, readonly Peer[]> {
  const values = new Map<string, Row>();
  for (const [id, { current }] of state) if (current && !current.voided) values.set(id, current.values);
  for (const { id, row } of rows) values.set(id, row);
  const said = [...values].flatMap(([id, row]) => {
    const text = peerTextOf(rule, row);
    return text === undefined ? [] : [{ text, peer: { id, values: row } }];
  });
  return new Map(
    [...groupBy(said, ({ text }) => text)].map(([text, same]) => [text, same.map(({ peer }) => peer)]),
  );
}
