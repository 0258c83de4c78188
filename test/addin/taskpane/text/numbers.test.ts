import { describe, expect, test } from "vitest";
import { joinWords } from "../../../../addin/taskpane/text/condition.ts";
import { formatInstant, formatMoment, formatUntil } from "../../../../addin/taskpane/text/moments.ts";
import { formatAmount, formatPercent, plural } from "../../../../addin/taskpane/text/numbers.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, " ");

describe("numbers are written as in Colombia", () => {
  test.each([
    [87.5, "87,5 %"],
    [102.26, "102,3 %"],
    [100, "100,0 %"],
    [0, "0,0 %"],
    [1234.5, "1.234,5 %"],
  ])("%d as a percentage", (percent, text) => {
    expect(plain(formatPercent(percent))).toBe(text);
  });

  test("what is short of the target never reads as 100", () => {
    expect(plain(formatPercent(99.96))).toBe("99,96 %");
    expect(plain(formatPercent(99.999))).toBe("99,99 %");
  });

  test("pesos in millions, users whole", () => {
    expect(plain(formatAmount("pesos", 153_400_000))).toBe("$ 153,4 M");
    expect(plain(formatAmount("pesos", -2_000_000))).toBe("$ -2,0 M");
    expect(formatAmount("users", 1_234)).toBe("1.234");
  });

  test("a noun agrees with its number", () => {
    expect(plain(plural(1, "fila", "filas"))).toBe("1 fila");
    expect(plain(plural(1_200, "fila", "filas"))).toBe("1.200 filas");
  });
});

describe("moments are true and dated in Bogota", () => {
  const now = new Date("2026-03-31T15:00:00Z");
  test.each([
    ["2026-03-31T14:59:30Z", "hace un momento"],
    ["2026-03-31T15:00:20Z", "hace un momento"],
    ["2026-03-31T14:58:00Z", "hace 2 min"],
    ["2026-03-31T14:00:00Z", "hoy 9:00 a. m."],
    ["2026-03-31T04:30:00Z", "ayer 11:30 p. m."],
    ["2026-03-12T15:00:00Z", "12/03/2026"],
  ])("%s", (at, text) => {
    expect(plain(formatMoment(at, now))).toBe(text);
  });

  test("an instant in full", () => {
    expect(plain(formatInstant("2026-03-12T21:05:00Z"))).toBe("12/03/2026, 4:05 p. m.");
  });
});

test("lists read as speech", () => {
  expect(joinWords(["«Año»"], "y")).toBe("«Año»");
  expect(joinWords(["«Año»", "«Mes»", "«Índice»"], "y")).toBe("«Año», «Mes» y «Índice»");
  expect(joinWords(["siete", "ocho"], "o")).toBe("siete u ocho");
});

test("what is to come is told by begun minutes, and is never over", () => {
  const from = new Date("2026-03-12T15:00:00Z");
  const untils = [-5, 0, 20, 60, 61, 300].map((seconds) =>
    formatUntil(new Date(from.getTime() + seconds * 1_000).toISOString(), from),
  );
  expect(untils).toEqual([1, 1, 1, 1, 2, 5].map((minutes) => `en ${minutes}\u00a0min`));
});
