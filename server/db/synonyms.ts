import type { Database } from "./database.ts";
import { numberOf, statement, textOf, textOrNullOf, type Statement } from "./statement.ts";

/** What people said that headers mean, each time that somebody said something else: nothing is changed or erased. */
export const synonymTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS synonyms (
    seq INTEGER PRIMARY KEY,
    sheet TEXT NOT NULL,
    header TEXT NOT NULL,
    typed TEXT NOT NULL,
    key TEXT,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    workbook TEXT NOT NULL
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS synonyms_header ON synonyms (sheet, header, seq)"),
];

/** What a header means to whoever said so last; without a key it is a column of the staff's own. */
export interface Synonym {
  readonly header: string;
  readonly key: string | null;
}

export interface SaidSynonym extends Synonym {
  /** The header as it stands in the sheet. */
  readonly typed: string;
}

/** Headers of one record that are remembered; the company's own words are few, and the pane gets them all. */
const mostHeaders = 2_000;

/** What every header of some records means by now, in the order of the records. */
export async function readSynonyms(
  database: Pick<Database, "read">,
  sheets: readonly string[],
): Promise<readonly (readonly Synonym[])[]> {
  const results = sheets.length === 0 ? [] : await database.read(sheets.map(latest));
  return results.map((rows) =>
    rows.map((row) => ({ header: textOf(row, "header"), key: textOrNullOf(row, "key") })),
  );
}

const latest = (sheet: string): Statement =>
  statement(
    `SELECT header, key, max(seq) AS seq FROM synonyms WHERE sheet = ? GROUP BY header ORDER BY seq DESC LIMIT ?`,
    sheet,
    mostHeaders,
  );

/** Keeps what somebody said of headers, where that is news. Gives how many were. */
export async function keepSynonyms(
  database: Pick<Database, "exclusive">,
  {
    sheet,
    synonyms,
    by,
    at,
    workbook,
  }: {
    readonly sheet: string;
    readonly synonyms: readonly SaidSynonym[];
    readonly by: string;
    readonly at: string;
    readonly workbook: string;
  },
): Promise<number> {
  return database.exclusive(async (session) => {
    const [known = [], counts = []] = await session.read([
      latest(sheet),
      statement("SELECT count(DISTINCT header) AS headers FROM synonyms WHERE sheet = ?", sheet),
    ]);
    const keys = new Map(known.map((row) => [textOf(row, "header"), textOrNullOf(row, "key")]));
    const room = mostHeaders - (counts[0] ? numberOf(counts[0], "headers") : 0);
    const said = new Map(synonyms.map((synonym) => [synonym.header, synonym]));
    const changed = [...said.values()].filter(
      ({ header, key }) => keys.has(header) && keys.get(header) !== key,
    );
    const added = [...said.values()].filter(({ header }) => !keys.has(header)).slice(0, Math.max(0, room));
    const news = [...changed, ...added];
    if (news.length > 0)
      await session.write(
        news.map(({ header, typed, key }) =>
          statement(
            'INSERT INTO synonyms (sheet, header, typed, key, at, "by", workbook) VALUES (?, ?, ?, ?, ?, ?, ?)',
            sheet,
            header,
            typed,
            key,
            at,
            by,
            workbook,
          ),
        ),
      );
    return news.length;
  });
}
