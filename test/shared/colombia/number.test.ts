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
    ["1'234.567", 1234567],
    ["$1.500.000,oo", 1500000],
    ["1.500.000.-", 1500000],
    ["$ 1.500.000 m/cte", 1500000],
    ["(500)", -500],
    ["18 usuarios", 18],
    ["3 m3", 3],
    ["0,8 m³/mes", 0.8],
    ["aprox. 3", 3],
    ["~ 12,5", 12.5],
    ["20 aprox", 20],
    [0.1, 0.1],
  ])("reads %s as %d", (typed, expected) => {
    expect(value(typed)).toBe(expected);
  });

  it("tells percentages", () => {
    expect(readNumber("98,5%")).toEqual({ value: 98.5, percent: true });
  });

  it("tells what it is not sure of", () => {
    expect(readNumber("aprox. 3")).toMatchObject({ value: 3, approximate: true });
    expect(readNumber("1.500")).toMatchObject({ value: 1500, ambiguous: true });
    expect(readNumber("1.500.000")).not.toHaveProperty("ambiguous");
    expect(readNumber("1,5 millones")).toMatchObject({ value: 1500000, scaled: true });
  });

  it.each([
    "",
    "abc",
    "1".repeat(5000),
    "3 + IVA",
    "1.234.567.00",
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
