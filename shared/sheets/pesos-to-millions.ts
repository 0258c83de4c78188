import type { Row, Value } from "../model/value.ts";

/** The millions of a column of pesos, unrounded; empty where the column is. */
export function pesosToMillions(column: string): (row: Row) => Value {
  return (row) => {
    const pesos = row[column];
    return typeof pesos === "number" ? pesos / 1_000_000 : null;
  };
}
