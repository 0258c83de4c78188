import fc from "fast-check";
import { expect, test } from "vitest";
import { limits, pushSchema } from "../../../shared/contract.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { planPushes, toPushedRow } from "../../../addin/sync/plan-push.ts";
import { newId } from "../../../addin/sync/reference.ts";
import { answeredRow, cellsOf, idOf, interpret, plannedVisit, target, typedRow } from "./visit-rows.ts";

const envelope = { schema: "s", workbook: "w" };

test("a row carries its base and the canonical value of every typed column, empty ones as null", () => {
  const [row] = interpret([answeredRow(0, idOf("a"), 4, plannedVisit)]);
  expect(row && toPushedRow(visits, row, target.columns)).toMatchObject({
    sheet: "visits",
    id: idOf("a"),
    base: 4,
    values: { ...plannedVisit, notes: null, visitedOn: null },
  });
});

test("columns that the table lacks do not travel: absence is no erasure", () => {
  const [row] = interpret([typedRow(0, cellsOf(plannedVisit))]);
  const columns = new Set([...target.columns].filter((key) => key !== "notes"));
  expect(Object.keys((row && toPushedRow(visits, row, columns).values) ?? {})).not.toContain("notes");
});

test("pushes keep the order and the limits of rows and bytes, whatever the rows weigh", () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(lengths, (sizes) => {
      const rows = sizes.map((size) => ({
        sheet: "visits",
        id: newId(),
        base: 0,
        values: { notes: "ñ".repeat(size) },
      }));
      const pushes = planPushes(rows, envelope);
      expect(pushes.flatMap((push) => push.rows)).toEqual(rows);
      for (const push of pushes) {
        expect(pushSchema.safeParse(push).success).toBe(true);
        expect(new TextEncoder().encode(JSON.stringify(push)).length).toBeLessThanOrEqual(limits.bodyBytes);
      }
    }),
    { numRuns: 30 },
  );
});

test("small rows fill pushes to the limit of rows", () => {
  const rows = Array.from({ length: 2_500 }, () => ({
    sheet: "visits",
    id: newId(),
    base: 0,
    values: { notes: "x" },
  }));
  expect(planPushes(rows, envelope).map((push) => push.rows.length)).toEqual([1_000, 1_000, 500]);
});
