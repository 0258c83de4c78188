import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nitCheckDigit,
  readCedula,
  readForeignDocument,
  readNit,
} from "../../../shared/colombia/document.ts";

describe("NIT", () => {
  it.each([
    ["800250984", 6],
    ["800191045", 1],
  ])("%s has the check digit %d", (digits, expected) => {
    expect(nitCheckDigit(digits)).toBe(expected);
  });

  it.each([
    "800.250.984-6",
    "800250984-6",
    "8002509846",
    "800 250 984 - 6",
    "NIT 800.250.984–6",
    "nit: 800250984-6",
    "N.I.T. 800.250.984-6",
    "800250984 DV 6",
    "800250984 6",
    "800250984/6",
    "800'250.984−6",
  ])("is read from %s", (typed) => {
    expect(readNit(typed)).toEqual({ document: "800250984-6" });
  });

  it("gets a missing check digit and says so", () => {
    expect(readNit("800250984")).toEqual({ document: "800250984-6", added: true });
  });

  it("is refused with a wrong check digit, with the right one", () => {
    expect(readNit("800250984-4")).toEqual({ wrong: "bad-check-digit", digits: "800250984", expected: 6 });
    expect(readNit("8002509844")).toEqual({ wrong: "bad-check-digit", digits: "800250984", expected: 6 });
  });

  it("is refused where it is none", () => {
    for (const typed of ["", "12", "abc", "800250984-66", "1234567890123"])
      expect(readNit(typed)).toEqual({ wrong: "bad-document" });
  });

  it("reads its own writing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const document = `${number}-${nitCheckDigit(String(number))}`;
        expect(readNit(document)).toEqual({ document });
      }),
    );
  });
});

describe("other documents", () => {
  it("are read as text", () => {
    expect(readCedula("1.102.345.678")).toEqual({ document: "1102345678" });
    expect(readCedula("C.C. 1'102.345.678")).toEqual({ document: "1102345678" });
    expect(readCedula("CC 92.345.678 de Sincelejo")).toEqual({ document: "92345678" });
    expect(readCedula("1102345678.0")).toEqual({ document: "1102345678" });
    expect(readCedula("1,10235E+09")).toEqual({ wrong: "bad-document" });
    expect(readCedula("1".repeat(5000))).toEqual({ wrong: "bad-document" });
    expect(readCedula("12345")).toEqual({ wrong: "bad-document" });
    expect(readForeignDocument("ab-123456")).toEqual({ document: "AB123456" });
    expect(readForeignDocument("¿?")).toEqual({ wrong: "bad-document" });
  });
});
