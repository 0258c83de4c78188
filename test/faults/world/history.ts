import { createClient, type Row as SqlRow } from "@libsql/client";
import { columnKeys, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row, Value } from "../../../shared/model/value.ts";

/** A line of the service's history, read from its file by somebody else. */
export interface Revision {
  readonly seq: number;
  readonly sheet: string;
  readonly row: string;
  readonly version: number;
  readonly by: string;
  readonly push: string | null;
  readonly before: Row;
  readonly after: Row;
}

export interface ServiceRow {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly voided: boolean;
  readonly values: Row;
}

/** What the service's file holds, asked of the file itself and not of the service. */
export class History {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async revisions(after = 0): Promise<readonly Revision[]> {
    const rows = await this.#ask(
      `SELECT seq, sheet, "row", version, "by", push, "before", "after" FROM revisions WHERE seq > ? ORDER BY seq`,
      [after],
    );
    return rows.map((row) => ({
      seq: Number(row["seq"]),
      sheet: text(row, "sheet"),
      row: text(row, "row"),
      version: Number(row["version"]),
      by: text(row, "by"),
      push: row["push"] === null ? null : text(row, "push"),
      before: JSON.parse(text(row, "before", "{}")) as Row,
      after: JSON.parse(text(row, "after", "{}")) as Row,
    }));
  }

  async rows(sheet: Sheet): Promise<ReadonlyMap<string, ServiceRow>> {
    const found = await this.#ask(`SELECT * FROM "${sheet.id}"`, []);
    return new Map(found.map((row) => [text(row, "_id"), serviceRow(sheet, row)]));
  }

  async seq(): Promise<number> {
    const [row] = await this.#ask("SELECT ifnull(max(seq), 0) AS seq FROM revisions", []);
    return Number(row?.["seq"] ?? 0);
  }

  /** Opened each time: between two questions the file may be another one. */
  async #ask(sql: string, args: readonly number[]): Promise<readonly SqlRow[]> {
    const client = createClient({ url: `file:${this.#file}`, concurrency: 1, intMode: "number" });
    try {
      return (await client.execute({ sql, args: [...args] })).rows;
    } finally {
      client.close();
    }
  }
}

function serviceRow(sheet: Sheet, row: SqlRow): ServiceRow {
  return {
    id: text(row, "_id"),
    version: Number(row["_version"]),
    seq: Number(row["_seq"]),
    voided: Number(row["_voided"]) === 1,
    values: Object.fromEntries(
      columnKeys(sheet).flatMap((key) => (key in row ? [[key, (row[key] ?? null) as Value]] : [])),
    ),
  };
}

/** The text of a column; `empty` where it has none. */
function text(row: SqlRow, column: string, empty = ""): string {
  const value = row[column] ?? empty;
  if (typeof value !== "string") throw new TypeError(`${column} is no text`);
  return value;
}
