import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeKnownRows, encodeKnownRows } from "../../../addin/sync/known-rows.ts";

test("the rows that a workbook knows read back as they were written", () => {
  const row = fc.record({ version: fc.nat({ max: 999_999_999 }), digest: fc.stringMatching(/^[\w-]{12}$/) });
  const entry = fc.tuple(fc.stringMatching(/^[0-9a-f]{32}$/), row);
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const known = new Map(entries);
      expect(decodeKnownRows(encodeKnownRows(known))).toEqual(known);
    }),
  );
});

test("damaged text knows fewer rows and breaks nothing", () => {
  const whole = `${"a".repeat(32)}${"d".repeat(12)}1`;
  expect(decodeKnownRows(`zzz ${whole} ${"b".repeat(31)} `)).toEqual(
    new Map([["a".repeat(32), { version: 1, digest: "d".repeat(12) }]]),
  );
});
