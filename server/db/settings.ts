import type { Settings } from "../../shared/model/setting.ts";
import type { Database, Session } from "./database.ts";
import { numberOf, statement, textOf, type SqlRow, type Statement } from "./statement.ts";

/** Every value that a setting ever had: nothing is changed or erased, the newest holds. */
export const settingTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS settings (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    value REAL NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (id, version)
  ) STRICT`),
  ...["UPDATE", "DELETE"].map((act) =>
    statement(`CREATE TRIGGER IF NOT EXISTS settings_no_${act.toLowerCase()} BEFORE ${act} ON settings
      BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`),
  ),
];

/** One value that a setting had. */
export interface SettingVersion {
  readonly id: string;
  readonly version: number;
  readonly value: number;
  readonly at: string;
  /** The id of who set it. */
  readonly by: string;
  readonly reason: string;
}

const everyVersion = statement(
  `SELECT id, version, value, at, "by", reason FROM settings ORDER BY seq DESC LIMIT 500`,
);
const newest = statement("SELECT id, value, max(version) AS version FROM settings GROUP BY id");

/** The settings that somebody changed, as they hold now. */
export async function readSettings(database: Pick<Database, "read">): Promise<Settings> {
  const [rows = []] = await database.read([newest]);
  return Object.fromEntries(rows.map((row) => [textOf(row, "id"), numberOf(row, "value")]));
}

/** What the settings were and are, newest first. */
export async function readSettingVersions(
  database: Pick<Database, "read">,
): Promise<readonly SettingVersion[]> {
  const [rows = []] = await database.read([everyVersion]);
  return rows.map(versionOf);
}

/** The version of a setting that holds now; 0 where nobody set it. */
export async function readSettingVersion(session: Pick<Session, "read">, id: string): Promise<number> {
  const [rows = []] = await session.read([
    statement("SELECT ifnull(max(version), 0) AS version FROM settings WHERE id = ?", id),
  ]);
  return rows[0] ? numberOf(rows[0], "version") : 0;
}

/** Keeps another value; refused as a whole where its version is there already. */
export function insertSetting({ id, version, value, at, by, reason }: SettingVersion): Statement {
  return statement(
    `INSERT INTO settings (id, version, value, at, "by", reason) VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    version,
    value,
    at,
    by,
    reason,
  );
}

function versionOf(row: SqlRow): SettingVersion {
  return {
    id: textOf(row, "id"),
    version: numberOf(row, "version"),
    value: numberOf(row, "value"),
    at: textOf(row, "at"),
    by: textOf(row, "by"),
    reason: textOf(row, "reason"),
  };
}
