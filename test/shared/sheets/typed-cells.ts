import fc from "fast-check";
import type { Column } from "../../../shared/model/column.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { testContext } from "../context.ts";

/** Cells such as people leave in a column: what it offers, and anything else. */
export function typedCells(column: Column): fc.Arbitrary<Cell> {
  const options = column.kind.options?.(testContext) ?? [];
  return options.length === 0 ? anyCell : fc.oneof(fc.constantFrom(...options), anyCell);
}

/** Numbers, dates, documents, telephones and noise. */
const anyCell = fc.oneof(
  fc.string({ maxLength: 40, unit: "grapheme" }),
  fc.constantFrom(
    "=1+1",
    "+57 300 123 4567",
    "@ana",
    "-",
    " x\u00a0 y ",
    "#N/A",
    "a@b.co",
    "Ana Lucía Mercado",
    "ab-123456",
    "03/25/2026",
    "05/03/1926",
    "mar-26",
    "1.500",
    "1,5 millones",
    "aprox. 3",
    "98,5%",
    "(500)",
    "3001234567 / 3105556666",
    "Sucre",
    "Corosal",
    "No contesta",
    "ana@gmial.com",
  ),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 2000, max: 2100 }),
  fc.integer({ min: 20_000, max: 73_000 }),
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 31 }).map((date) => `${date}/03/2026`),
  fc.integer({ min: 3_000_000_000, max: 3_299_999_999 }).map(String),
  fc.integer({ min: 900_000_000, max: 909_999_999 }).map(String),
  fc.boolean(),
);
