import { undoLimits, type PushSummary } from "../../shared/contract/undo.ts";
import { ownColumn, type Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { ActRevision, SentAct } from "../sync/undo/sent-act.ts";
import type { Session } from "./database.ts";
import { changedValuesOf } from "./load-rows.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, numberOf, statement, textOf, textOrNullOf, toJson } from "./statement.ts";

type Reading = Pick<Session, "read">;

/** A sending of a person with all that it changed, oldest first; undefined where that person sent none such. */
export async function readAct(database: Reading, person: string, act: string): Promise<SentAct | undefined> {
  const [pushes = [], revisions = []] = await database.read([
    statement("SELECT at, workbook FROM acts WHERE act = ? AND person = ? ORDER BY seq", act, person),
    statement(
      `SELECT r.sheet, r."row" AS id, r.version, r."before", r."after",
              NOT EXISTS (SELECT 1 FROM revisions e WHERE e.sheet = r.sheet AND e."row" = r."row"
                          AND e.version < r.version) AS first
       FROM acts a CROSS JOIN revisions r ON r.push = a.push
       WHERE a.act = ? AND a.person = ? AND r."by" = a.person ORDER BY r.seq`,
      act,
      person,
    ),
  ]);
  const [first] = pushes;
  if (!first) return undefined;
  return {
    at: textOf(first, "at"),
    workbook: textOf(first, "workbook"),
    revisions: revisions.map((row): ActRevision => ({
      sheet: textOf(row, "sheet"),
      id: textOf(row, "id"),
      version: numberOf(row, "version"),
      isFirst: numberOf(row, "first") === 1,
      before: changedValuesOf(row, "before"),
      after: changedValuesOf(row, "after"),
    })),
  };
}

/** What a person sent last, newest first, with how many rows of each record that they still see. */
export async function readActs(
  database: Reading,
  person: Person,
  sheets: readonly Sheet[],
): Promise<readonly PushSummary[]> {
  const [acts = []] = await database.read([
    statement(
      `SELECT act, min(at) AS at, min(workbook) AS workbook, max(undoes) AS undoes, max(seq) AS seq
       FROM acts WHERE person = ? GROUP BY act ORDER BY max(seq) DESC LIMIT ?`,
      person.id,
      undoLimits.listed,
    ),
  ]);
  if (acts.length === 0) return [];
  const names = toJson(acts.map((row) => textOf(row, "act")));
  const counts = await database.read(sheets.map((sheet) => countRows(sheet, person, names)));
  const rows = counts.flatMap((counted, at) =>
    counted.map((row) => ({
      sheet: sheets[at]?.id ?? "",
      act: textOf(row, "act"),
      rows: numberOf(row, "rows"),
    })),
  );
  const byAct = groupBy(rows, ({ act }) => act);
  const undone = undoneActs(
    acts.map((row) => ({ act: textOf(row, "act"), undoes: textOrNullOf(row, "undoes") })),
  );
  return acts.flatMap((row) => {
    const act = textOf(row, "act");
    const ofSheets = byAct.get(act) ?? [];
    if (ofSheets.length === 0) return [];
    return {
      act,
      at: textOf(row, "at"),
      workbook: textOf(row, "workbook"),
      sheets: ofSheets.map(({ sheet, rows: count }) => ({ sheet, rows: count })),
      undoes: textOrNullOf(row, "undoes"),
      undone: undone.has(act),
    };
  });
}

function countRows(sheet: Sheet, person: Person, acts: string) {
  const own = ownColumn(sheet, person.role, "read");
  const isSeen = own === undefined ? "1" : `${storedColumnSql(sheet, own)} IS ?`;
  return statement(
    `SELECT a.act, count(DISTINCT r."row") AS rows
     FROM json_each(?) j CROSS JOIN acts a ON a.act = j.value AND a.person = ?
     CROSS JOIN revisions r ON r.push = a.push AND r.sheet = ?
     CROSS JOIN ${identifier(sheet.id)} t ON t._id = r."row"
     WHERE ${isSeen} GROUP BY a.act`,
    acts,
    person.id,
    sheet.id,
    ...(own === undefined ? [] : [person.id]),
  );
}

/** The acts whose taking back was not taken back; newest first as they come. */
function undoneActs(
  acts: readonly { readonly act: string; readonly undoes: string | null }[],
): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { act, undoes } of acts) if (undoes !== null && !undone.has(act)) undone.add(undoes);
  return undone;
}
