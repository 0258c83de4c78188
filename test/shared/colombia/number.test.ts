import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../../shared/colombia/read-number.ts";

const value = (typed: string | number) => readNumber(typed)?.value;

describe("numbers as people type them", () => {
  it.each([
    ["1.234.567,89", 1234567.89],
    ["$ 1.234.567", 1234567],
    ["1,234,567.89", 1234567.89],
    ["$1.500.000,00", 1500000],
    ["1.500.000", 1500000],
    ["1500000", 1500000],
    ["1 500 000", 1500000],
    ["1.234", 1234],
    ["0,5", 0.5],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["(1.500)", -1500],
    ["-1.500", -1500],
    ["1.500-", -1500],
    ["-$ 1.500", -1500],
    ["1,5 millones", 1500000],
    ["$ 12 MM", 12000000],
    ["3 mil", 3000],
    ["COP 2.000", 2000],
    [0.1, 0.1],
  ])("reads %s as %d", (typed, expected) => {
    expect(value(typed)).toBe(expected);
  });

  it("tells percentages", () => {
    expect(readNumber("98,5%")).toEqual({ value: 98.5, percent: true });
  });

  it.each([
    "",
    "abc",
    "1.23.456",
    "1,2,3",
    "12-03-2026",
    "1.234.56,7.8",
    "pendiente",
    "3 o 4",
    "--5",
    "$",
    ".,",
  ])("does not take “%s” for a number", (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });

  it("reads back whatever es-CO and en-US write", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.constantFrom("es-CO", "en-US"),
        (number, locale) => {
          const typed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number);
          expect(value(typed) === number || (number === 0 && value(typed) === 0)).toBe(true);
        },
      ),
    );
  });
});
