import type { Sheet } from "../../shared/model/sheet.ts";
import type { Value } from "../../shared/model/value.ts";
import { comparableText, peerRules } from "../../shared/peers/peer-questions.ts";
import type { Session } from "./database.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, statement, textOf, toJson, type Statement } from "./statement.ts";

/**
 * What rows say in the columns by which peers are found, without accents, case and punctuation: SQLite cannot compare
 * so by itself. It follows from the rows and is kept in the batch that writes them.
 */
export const peerTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS peer_texts (
    sheet TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (sheet, "column", "row")
  ) STRICT, WITHOUT ROWID`),
  statement('CREATE INDEX IF NOT EXISTS peer_texts_text ON peer_texts (sheet, "column", text)'),
];

/** The columns of each record by which some rule looks for peers. */
export type PeerIndexed = ReadonlyMap<string, readonly string[]>;

export function peerIndexed(sheets: readonly Sheet[]): PeerIndexed {
  const columns = new Map<string, Set<string>>();
  for (const { against, match } of sheets.flatMap(peerRules)) {
    const [first] = match;
    if (first) columns.set(against, (columns.get(against) ?? new Set()).add(first[1]));
  }
  return new Map([...columns].map(([sheet, keys]) => [sheet, [...keys]]));
}

interface IndexedRow {
  readonly id: string;
  readonly row: Readonly<Record<string, Value>>;
}

/** Brings the texts of some rows up to what they say now. */
export function indexRows(
  sheet: string,
  columns: readonly string[],
  rows: readonly IndexedRow[],
): readonly Statement[] {
  if (columns.length === 0 || rows.length === 0) return [];
  const texts = columns.flatMap((column) =>
    rows.map(({ id, row }) => [column, id, comparableText(row[column]) ?? ""]),
  );
  return [
    statement(
      `INSERT INTO peer_texts (sheet, "column", "row", text)
       SELECT ?, j.value->>'$[0]', j.value->>'$[1]', j.value->>'$[2]' FROM json_each(?) j WHERE true
       ON CONFLICT (sheet, "column", "row") DO UPDATE SET text = excluded.text`,
      sheet,
      toJson(texts),
    ),
  ];
}

/** How the texts are made; another number has them made anew for all rows. */
const edition = 1;
const rowsAtOnce = 5_000;

/** Makes the texts of rows that were written before a rule looked at their column. */
export async function indexOlderRows(session: Session, sheets: readonly Sheet[]): Promise<void> {
  for (const [id, columns] of peerIndexed(sheets)) {
    const sheet = sheets.find((one) => one.id === id);
    for (const column of sheet ? columns : []) if (sheet) await indexColumn(session, sheet, column);
  }
}

async function indexColumn(session: Session, sheet: Sheet, column: string): Promise<void> {
  const key = `peerTexts.${sheet.id}.${column}`;
  const [made = []] = await session.read([statement("SELECT value FROM meta WHERE key = ?", key)]);
  if (made[0]?.["value"] === edition) return;
  const [rows = []] = await session.read([
    statement(
      `SELECT t._id AS id, ${storedColumnSql(sheet, column)} AS value FROM ${identifier(sheet.id)} t`,
    ),
  ]);
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const some = rows.slice(first, first + rowsAtOnce);
    const indexed = some.map((row) => ({ id: textOf(row, "id"), row: { [column]: row["value"] ?? null } }));
    await session.write(indexRows(sheet.id, [column], indexed));
  }
  await session.write([
    statement(
      "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key,
      edition,
    ),
  ]);
}
