import { addDays } from "../../shared/colombia/day.ts";
import { keyTextOf, type Indexed } from "../../shared/peers/peer-index.ts";
import type { Peer } from "../../shared/peers/peer-questions.ts";
import { atMost } from "../../shared/model/setting.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Day } from "../../shared/model/value.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Database } from "./database.ts";
import { everyPeer, peersByText } from "./find-peers.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, numberOf, statement, textOf, type SqlRow, type Statement } from "./statement.ts";

/** How many days earlier than the rule looks back from today rows are in the index: people write late. */
const lateDays = 60;

/** The rows that say each text; incomplete where the oldest were left out. */
export interface IndexedPeers {
  readonly complete: boolean;
  readonly peers: ReadonlyMap<string, readonly Peer[]>;
}

/** The newest place in the history of each record: the index is another whenever one of them is. */
export async function lastChanges(
  database: Pick<Database, "read">,
  records: readonly Sheet[],
): Promise<readonly number[]> {
  return (await database.read(records.map(lastChange))).map(placeOf);
}

const lastChange = ({ id }: Sheet) => statement(`SELECT ifnull(max(_seq), 0) AS seq FROM ${identifier(id)}`);
const placeOf = ([row]: readonly SqlRow[]) => (row ? numberOf(row, "seq") : 0);

/** All that a record's index holds, and the newest places of the `records` that it is of, from one snapshot. */
export async function readPeers(
  database: Pick<Database, "read">,
  wanted: readonly { readonly indexed: Indexed; readonly against: Sheet }[],
  {
    records,
    today,
    most,
  }: { readonly records: readonly Sheet[]; readonly today: Day; readonly most: number },
): Promise<{ readonly places: readonly number[]; readonly found: readonly IndexedPeers[] }> {
  const results = await database.read([
    ...records.map(lastChange),
    ...wanted.map((one) => statementOf(one.indexed, one.against, today, most)),
  ]);
  const found = wanted.map(({ indexed }, at) => {
    const rows = results[records.length + at] ?? [];
    return { complete: rows.length <= most, peers: byText(indexed, rows.slice(0, most)) };
  });
  return { places: results.slice(0, records.length).map(placeOf), found };
}

function statementOf(indexed: Indexed, against: Sheet, today: Day, most: number): Statement {
  if (indexed.kind === "key") return everyKey(against, indexed.key, most);
  const days = indexed.rule.within?.most;
  return everyPeer(
    against,
    indexed.rule,
    days === undefined ? null : addDays(today, -atMost(days) - lateDays),
    most,
  );
}

function everyKey(sheet: Sheet, key: readonly string[], most: number): Statement {
  const columns = key.map((column) => `${storedColumnSql(sheet, column)} AS ${identifier(column)}`);
  return statement(
    `SELECT t._id AS id, ${columns.join(", ")} FROM ${identifier(sheet.id)} t
     WHERE t._voided = 0 ORDER BY t._seq DESC LIMIT ?`,
    most + 1,
  );
}

function byText(indexed: Indexed, rows: readonly SqlRow[]): ReadonlyMap<string, readonly Peer[]> {
  if (indexed.kind === "rule") return peersByText(indexed.rule, rows);
  const keyed = rows.flatMap((row) => {
    const text = keyTextOf(indexed.key, row);
    return text === undefined ? [] : [{ text, peer: { id: textOf(row, "id"), values: {} } }];
  });
  return new Map(
    [...groupBy(keyed, ({ text }) => text)].map(([text, same]) => [text, same.map(({ peer }) => peer)]),
  );
}
