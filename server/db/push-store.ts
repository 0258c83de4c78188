import type { Sheet } from "../../shared/model/sheet.ts";
import type { PushStore } from "../sync/push-store.ts";
import { commitChanges } from "./commit-changes.ts";
import type { Session } from "./database.ts";
import { findPeers } from "./find-peers.ts";
import { loadRows, writesSql } from "./load-rows.ts";
import { peerIndexed } from "./peer-texts.ts";
import { keyExpression } from "./sheet-table.ts";
import { identifier, numberOf, statement, textOf, toJson } from "./statement.ts";

/** The decisions' view of the database, within one exclusive piece of work. */
export function createPushStore(session: Session, sheets: readonly Sheet[] = []): PushStore {
  const indexed = peerIndexed(sheets);
  return {
    load: (sheet, wanted) => loadRows(session, sheet, wanted),
    async holders(sheet, key, values) {
      if (values.length === 0) return new Map();
      const same = key.map(
        (column, index) => `${keyExpression(sheet, column)} = ifnull(j.value->>'$[${index}]', '')`,
      );
      const [rows = []] = await session.read([
        statement(
          `SELECT j.key AS place, t._id AS id FROM json_each(?) j CROSS JOIN ${identifier(sheet.id)} t
           ON ${same.join(" AND ")} WHERE t._voided = 0`,
          toJson(values),
        ),
      ]);
      return new Map(rows.map((row) => [numberOf(row, "place"), textOf(row, "id")]));
    },
    async peers(rule, questions) {
      const against = sheets.find(({ id }) => id === rule.against);
      if (!against) throw new Error(`a rule looks at "${rule.against}", which is no record`);
      return findPeers(session, against, rule, questions);
    },
    async writtenBy(sheet, ids, person) {
      const [rows = []] = await session.read([
        statement(
          `SELECT DISTINCT r."row" AS id FROM json_each(?) j CROSS JOIN revisions r
           ON r.sheet = ? AND r."row" = j.value WHERE r."by" = ? AND ${writesSql("r")}`,
          toJson(ids),
          sheet.id,
          person,
        ),
      ]);
      return new Set(rows.map((row) => textOf(row, "id")));
    },
    async storedAnswer(pushId) {
      const [rows = []] = await session.read([
        statement("SELECT person, content, answer FROM pushes WHERE id = ?", pushId),
      ]);
      const [row] = rows;
      if (!row) return undefined;
      const answer: unknown = JSON.parse(textOf(row, "answer"));
      return { person: textOf(row, "person"), content: textOf(row, "content"), answer };
    },
    commit: (changes, author, answered) => commitChanges(session, changes, author, { answered, indexed }),
  };
}
