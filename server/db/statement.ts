/** What SQLite takes and gives here: numbers are integers within ±2^53 or doubles, never bytes. */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Statement {
  readonly sql: string;
  readonly args: readonly SqlValue[];
}

export function statement(sql: string, ...args: readonly SqlValue[]): Statement {
  return { sql, args };
}

/** An identifier of a definition, quoted. Throws on what no definition may be called. */
export function identifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(name))
    throw new Error(`"${name}" cannot name a table or a column`);
  return `"${name}"`;
}

/** The value as an SQL string literal; for words of our own only, people's values are always arguments. */
export function literal(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}

const halfCharacter = /\p{Cs}/gu;

/**
 * JSON for `json_each`. Halves of characters are replaced: libSQL 0.5 aborts the whole process when it meets one
 * (docs/decisions/021-text-that-stops-libsql.md).
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Halves are written as escapes. Hardly any text has one, and looking at each value takes three times as long.
  if (!/\\u[dD]/.test(json)) return json;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.replace(halfCharacter, "\uFFFD") : inner,
  );
}

/** A column that is text by its declaration. Throws where it is not: the schema is ours. */
export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`column ${column} holds no text`);
  return value;
}

/** A column that is a number by its declaration. */
export function numberOf(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`column ${column} holds no number`);
  return value;
}

export function textOrNullOf(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}
