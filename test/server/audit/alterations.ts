import type { Client, InValue, Transaction } from "@libsql/client";
import { z } from "zod";

/** Everything that is audited, with the columns that are told by nothing else. */
const audited: Readonly<Record<string, readonly string[]>> = {
  audit_chain: [],
  audit_events: [],
  revisions: [],
  revision_notes: [],
  settings: [],
  attachments: ["thumbnail"],
  customers: [],
  visits: [],
};

/** A line that may be altered, and the columns of it that the audit tells of. */
export interface Target {
  readonly table: string;
  readonly rowid: number;
  readonly columns: readonly string[];
}

/** Every line of all that is audited. */
export async function allTargets(client: Client): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const [table, untold] of Object.entries(audited)) {
    const { columns, rows } = await client.execute(`SELECT rowid AS r, * FROM "${table}"`);
    const told = columns.slice(1).filter((column) => !untold.includes(column));
    targets.push(...rows.map((row) => ({ table, rowid: Number(row["r"]), columns: told })));
  }
  return targets;
}

/** False where the database itself refuses it, or nothing changed. */
export async function alter(
  one: Transaction,
  { table, rowid, columns }: Target,
  act: string,
  seed: number,
): Promise<boolean> {
  const column = columns[seed % columns.length] ?? "";
  const { rows } = await one.execute({ sql: `SELECT * FROM "${table}" WHERE rowid = ?`, args: [rowid] });
  const row = rows[0];
  if (!row) throw new Error("the line is not there");
  try {
    if (act === "delete") await one.execute({ sql: `DELETE FROM "${table}" WHERE rowid = ?`, args: [rowid] });
    else if (act === "copy") {
      const values = columns.map((key) => (isKey(key) ? otherKey(row[key] ?? null) : (row[key] ?? null)));
      await one.execute({
        sql: `INSERT INTO "${table}" (${columns.map((key) => `"${key}"`).join(", ")}) VALUES (${values.map(() => "?").join(", ")})`,
        args: values,
      });
    } else {
      const args = [otherValue(row[column] ?? null, seed), rowid];
      await one.execute({ sql: `UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`, args });
    }
    return true;
  } catch (error) {
    if (error instanceof Error && /constraint|STRICT|cannot store/i.test(error.message)) return false;
    throw error;
  }
}

const isKey = (column: string) => ["n", "seq", "id", "_id", "_seq", "version"].includes(column);
const otherKey = (value: InValue): InValue =>
  typeof value === "number" ? value + 1_000 : `${z.string().parse(value)}0`;

function otherValue(value: InValue, seed: number): InValue {
  if (typeof value === "number") return value + 1 + (seed % 3);
  if (typeof value !== "string") return "1";
  const at = seed % (value.length + 1);
  if (seed % 4 === 0) return null;
  return `${value.slice(0, at)}${value[at] === "7" ? "3" : "7"}${value.slice(at + 1)}`;
}
