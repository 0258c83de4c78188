import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  businessDaysBetween,
  holidaysOf,
  isBusinessDay,
} from "../../../shared/colombia/business-days.ts";

describe("holidays of Colombia", () => {
  it("has eighteen up to 2025 and a nineteenth from 2026 (Ley 2578 de 2026)", () => {
    expect(holidaysOf(2026).has("2026-07-13")).toBe(true);
    expect(holidaysOf(2027).has("2027-07-12")).toBe(true);
    expect([...holidaysOf(2025)].filter((day) => day.startsWith("2025-07-1"))).toEqual([]);
  });

  it("counts neither Saturdays, Sundays nor holidays as business days", () => {
    expect(isBusinessDay("2026-11-21")).toBe(false);
    expect(isBusinessDay("2026-11-22")).toBe(false);
    expect(isBusinessDay("2026-11-16")).toBe(false);
    expect(isBusinessDay("2026-11-24")).toBe(true);
    expect(businessDaysBetween("2026-11-14", "2026-11-20")).toBe(4);
    expect(businessDaysBetween("2026-11-20", "2026-11-14")).toBe(0);
  });

  it.each([
    ["2026-06-26", "2026-07-22"],
    ["2026-03-13", "2026-04-08"],
    ["2025-12-19", "2026-01-14"],
  ])("ends fifteen business days from %s on %s", (from, to) => {
    expect(addBusinessDays(from, 15)).toBe(to);
  });
});
