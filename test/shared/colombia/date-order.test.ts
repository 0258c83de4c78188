import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOrderEvidence } from "../../../shared/colombia/date-order.ts";
import { readDay } from "../../../shared/colombia/read-day.ts";

describe("the order of day and month in a column", () => {
  it.each([
    [["25/03/2026", "03/04/2026"], "dayFirst"],
    [["03/25/2026", "03/04/2026"], "monthFirst"],
    [["3/25/26 10:30", 46_084], "monthFirst"],
    [["03/25/2026", "25/03/2026"], "mixed"],
    [["03/04/2026", "5-6-26"], "none"],
    [["2026-03-25", "25 de marzo de 2026", 46_084, true, "", "45/13/2026"], "none"],
    [["03/25/2026", ...Array.from({ length: 9 }, () => "25/03/2026")], "dayFirst"],
  ])("%j is %s", (cells, order) => {
    expect(dateOrderEvidence(cells)).toBe(order);
  });

  it("does not depend on the order of the rows", () => {
    const cell = fc.constantFrom("25/03/2026", "03/25/2026", "03/04/2026", "x");
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        expect(dateOrderEvidence(cells.toReversed())).toBe(dateOrderEvidence(cells));
      }),
    );
  });
});

describe("dates of a column that is month first", () => {
  it("have the month before the day, and no swap either", () => {
    expect(readDay("03/25/2026", false, true)).toEqual({ day: "2026-03-25" });
    expect(readDay("03/04/2026", false, true)).toEqual({ day: "2026-03-04", swapped: "2026-04-03" });
    expect(readDay("25/03/2026", false, true)).toEqual({ code: "ambiguous-date" });
    expect(readDay("31/31/2026", false, true)).toEqual({ code: "invalid-date" });
  });

  it("are what they are where they are ISO, named or real dates", () => {
    for (const typed of ["2026-03-04", "4 de marzo de 2026", "marzo 4 de 2026", 46_085])
      expect(readDay(typed, false, true)).toEqual({ day: "2026-03-04" });
  });
});
