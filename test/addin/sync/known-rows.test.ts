import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeKnownRows, encodeKnownRows } from "../../../addin/sync/known-rows.ts";

test("the rows that a workbook knows read back as they were written", () => {
  const entry = fc.tuple(fc.stringMatching(/^[0-9a-f]{32}$/), fc.nat({ max: 999_999_999 }));
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const known = new Map(entries);
      expect(decodeKnownRows(encodeKnownRows(known))).toEqual(known);
    }),
  );
});

test("damaged text knows fewer rows and breaks nothing", () => {
  expect(decodeKnownRows(`zzz ${"a".repeat(32)}1 ${"b".repeat(31)} `)).toEqual(
    new Map([["a".repeat(32), 1]]),
  );
  expect(decodeKnownRows("").size).toBe(0);
});
