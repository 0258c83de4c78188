import type { Issue } from "../model/issue.ts";
import type { Context } from "../model/kind.ts";
import { columnOf, type Sheet } from "../model/sheet.ts";
import type { Row } from "../model/value.ts";
import { peersAmong, type Peer, type PeerQuestion } from "./peer-questions.ts";

/**
 * What is wrong with a row in view of the rows that say the same, if anything. Of a peer nothing is told but what the
 * rule tells, whoever asks.
 */
export function peerIssue(
  question: PeerQuestion,
  row: Row,
  candidates: readonly Peer[],
  world: { readonly against: Sheet; readonly context: Context },
): Issue | undefined {
  const { on, finding, expect, tells = {} } = question.rule;
  const [peer] = peersAmong(question, row, candidates, world.context.settings);
  if (expect === "some") return peer ? undefined : { column: on, ...finding, ...typed(row, on) };
  if (!peer) return undefined;
  const told = Object.entries(tells).map(
    ([name, column]) => [name, shown(peer.values, column, world)] as const,
  );
  const { details } = typed(row, on);
  return { column: on, ...finding, details: { ...details, ...Object.fromEntries(told) } };
}

const typed = (row: Row, on: string) => ({ details: { typed: String(row[on] ?? "") } });

function shown(
  values: Row,
  column: string,
  { against, context }: { readonly against: Sheet; readonly context: Context },
): string {
  const value = values[column] ?? null;
  return value === null ? "" : columnOf(against, column).kind.display(value, context);
}

/** One issue for each column and code: rules that say the same of a row say it once. */
export function distinctIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    ({ column, code }, at) => issues.findIndex((one) => one.column === column && one.code === code) === at,
  );
}
