import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayAt,
  dayOf,
  dayToSerial,
  formatDay,
  isDay,
  lastDayOf,
  monthsBetween,
  serialToDay,
} from "../../../shared/colombia/day.ts";
import { monthLabel, monthName, periodLabel } from "../../../shared/colombia/months.ts";
import { readDay } from "../../../shared/colombia/read-day.ts";

const anyDay = fc.integer({ min: 20_001, max: 73_000 }).map((serial) => serialToDay(serial));

describe("days", () => {
  it("are those of Bogota, five hours behind UTC", () => {
    expect(dayAt(new Date("2026-03-01T04:59:00Z"))).toBe("2026-02-28");
    expect(dayAt(new Date("2026-03-01T05:00:00Z"))).toBe("2026-03-01");
  });

  it("have the serial numbers of Excel in both calendars", () => {
    expect(dayToSerial("2020-01-01")).toBe(43_831);
    expect(dayToSerial("2020-01-01", true)).toBe(42_369);
    expect(serialToDay(43_831.75)).toBe("2020-01-01");
  });

  it("come back from their serial numbers", () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (day, date1904) => {
        expect(serialToDay(dayToSerial(day, date1904), date1904)).toBe(day);
      }),
    );
  });

  it("exist or not", () => {
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
    expect(isDay("2026-02-30")).toBe(false);
  });

  it("make months", () => {
    expect(addMonths("2025-11", 3)).toBe("2026-02");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(lastDayOf("2024-02")).toBe("2024-02-29");
    expect(monthsBetween("2025-12", "2026-02")).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(monthsBetween("2026-02", "2026-01")).toEqual([]);
    expect(monthLabel("2026-03")).toBe("Marzo 2026");
    expect(periodLabel({ first: "2026-01", last: "2026-03" })).toBe("Enero 2026 a Marzo 2026");
    expect(periodLabel({ first: "2026-03", last: "2026-03" })).toBe("Marzo 2026");
  });
});

describe("dates as people type them", () => {
  const march3 = "2026-03-03";
  it.each([
    "03/03/2026",
    "3/3/26",
    "3-mar-26",
    "3 mar. 2026",
    "3 de marzo de 2026",
    "3 de Marzo del 2026",
    "2026-03-03",
    "2026/3/3",
    "3.3.2026",
    "20260303",
    "03/03/2026 10:30 a. m.",
    "2026-03-03T10:30:00.000Z",
    "martes 3 de marzo de 2026",
    "Martes, 3 de marzo del 2026",
    "mar. 03/03/2026",
    "Marzo 3 de 2026",
    "marzo 3, 2026",
    "mar-03-26",
    "3/marzo/26",
    "03 03 2026",
    "03-Mar-2026",
    20260303,
    46084,
    46084.5,
  ])("reads %s", (typed) => {
    expect(readDay(typed, false)).toEqual({ day: march3 });
  });

  it("reads day before month, and never swaps them", () => {
    expect(readDay("03/04/2026", false)).toEqual({ day: "2026-04-03", swapped: "2026-03-04" });
    expect(readDay("03/25/2026", false)).toEqual({ code: "ambiguous-date" });
  });

  it.each([
    ["31/02/2026", "invalid-date"],
    ["45/13/2026", "invalid-date"],
    ["31 de abril de 2026", "invalid-date"],
    ["mañana", "not-a-date"],
    ["03/2026", "incomplete-date"],
    ["1.500", "not-a-date"],
    ["15/03", "incomplete-date"],
    ["mar-26", "incomplete-date"],
    ["Marzo 2026", "incomplete-date"],
    ["3 de marzo", "incomplete-date"],
    ["marzo", "incomplete-date"],
    ["2026", "incomplete-date"],
    ["00/03/2026", "invalid-date"],
    ["03/03/0206", "invalid-date"],
    ["46084", "not-a-date"],
    ["15 usuarios", "not-a-date"],
    ["9".repeat(5000), "not-a-date"],
    [7, "not-a-date"],
    [true, "not-a-date"],
  ])("refuses %s as %s", (typed, code) => {
    expect(readDay(typed, false)).toEqual({ code });
  });

  it("reads the months that an English Excel abbreviates", () => {
    expect(readDay("3-Jan-26", false)).toEqual({ day: "2026-01-03" });
    expect(readDay("31-Dec-2026", false)).toEqual({ day: "2026-12-31" });
  });

  it("reads every spelling of every day as that day", () => {
    const spellings = (day: string) => {
      const [year = "", month = "", date = ""] = day.split("-");
      const name = monthName(Number(month));
      return [
        formatDay(day),
        day,
        `${date}-${name.slice(0, 3)}-${year}`,
        `${Number(date)} de ${name} de ${year}`,
        dayToSerial(day),
      ];
    };
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const spelling of spellings(day)) expect(readDay(spelling, false)).toMatchObject({ day });
      }),
    );
  });
});
