import { expect, test } from "vitest";
import { isoToSerial } from "../../../server/workbooks/iso-date.ts";

test.each([
  ["2026-03-02", 46_083],
  ["2026-03-02T18:00:00", 46_083.75],
  ["2026-03-02T06:00:00Z", 46_083.25],
  ["1969-12-31", 25_568],
  ["1969-12-31T18:00:00", 25_568.75],
  ["1899-12-31T06:00:00", 1.25],
])("%s is the serial number %d, before 1970 too", (text, serial) => {
  expect(isoToSerial(text, false)).toBe(serial);
  expect(isoToSerial(text, true)).toBe(serial - 1_462);
});

test("what is no date is none", () => {
  expect(isoToSerial("mañana", false)).toBeUndefined();
});
