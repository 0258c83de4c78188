import { addDays } from "../../shared/colombia/day.ts";
import type { PeerRule } from "../../shared/model/peer-rule.ts";
import { atMost } from "../../shared/model/setting.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Day } from "../../shared/model/value.ts";
import { peerColumns, peerTextOf, type Peer, type PeerQuestion } from "../../shared/peers/peer-questions.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Session } from "./database.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, statement, textOf, toJson, type SqlRow, type Statement } from "./statement.ts";

/** Rows that may be peers of those that ask, by what they say in the matched columns. One query, however many ask. */
export async function findPeers(
  session: Pick<Session, "read">,
  against: Sheet,
  rule: PeerRule,
  questions: readonly PeerQuestion[],
): Promise<ReadonlyMap<string, readonly Peer[]>> {
  if (questions.length === 0) return new Map();
  const texts = [...new Set(questions.map(({ text }) => text))];
  const since = earliest(rule, questions);
  const select = selectPeers(against, rule, since);
  const [rows = []] = await session.read([
    statement(
      `SELECT ${select.columns} FROM json_each(?) j CROSS JOIN ${select.from}
       AND p.text = j.value->>'$[0]' WHERE ${select.where}`,
      toJson(texts.map((text) => JSON.parse(text) as unknown)),
      ...select.args,
    ),
  ]);
  return peersByText(rule, rows);
}

/** Every row that may be a peer by a rule, newest first: what the index of the record holds. One more than asked for tells that there are more. */
export function everyPeer(against: Sheet, rule: PeerRule, since: Day | null, most: number): Statement {
  const select = selectPeers(against, rule, since);
  return statement(
    `SELECT ${select.columns} FROM ${select.from} WHERE ${select.where} ORDER BY t._seq DESC LIMIT ?`,
    ...select.args,
    most + 1,
  );
}

export function peersByText(rule: PeerRule, rows: readonly SqlRow[]): ReadonlyMap<string, readonly Peer[]> {
  const found = rows.flatMap((row) => {
    const { id: _id, ...values } = row;
    const text = peerTextOf(rule, values);
    return text === undefined ? [] : [{ text, peer: { id: textOf(row, "id"), values } }];
  });
  return new Map(
    [...groupBy(found, ({ text }) => text)].map(([text, same]) => [text, same.map(({ peer }) => peer)]),
  );
}

function selectPeers(against: Sheet, rule: PeerRule, since: Day | null) {
  const [first] = rule.match;
  const wanted = [...new Set([...rule.match.map(([, other]) => other), ...peerColumns(rule)])];
  const columns = wanted.map((key) => `${storedColumnSql(against, key)} AS ${identifier(key)}`);
  const days = (rule.within?.other ?? []).map((key) => storedColumnSql(against, key));
  const isRecent = since === null || days.length === 0 ? "" : ` AND coalesce(${days.join(", ")}, NULL) >= ?`;
  return {
    columns: ["t._id AS id", ...columns].join(", "),
    from: `peer_texts p CROSS JOIN ${identifier(against.id)} t ON t._id = p."row" AND p.sheet = ? AND p."column" = ?`,
    where: `t._voided = 0 AND p.text <> ''${isRecent}`,
    args: [against.id, first?.[1] ?? "", ...(isRecent === "" ? [] : [since])],
  };
}

/** The first day that matters to any of the questions; null where every day does. */
function earliest({ within }: PeerRule, questions: readonly PeerQuestion[]): Day | null {
  const most = within?.most;
  if (most === undefined) return null;
  const days = questions.flatMap(({ day }) => (day === null ? [] : [day])).toSorted();
  return days[0] === undefined ? null : addDays(days[0], -atMost(most));
}
