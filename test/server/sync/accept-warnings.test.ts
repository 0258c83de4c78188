import { expect, test } from "vitest";
import { proposals } from "../../../shared/sheets/proposals.ts";
import { acceptable } from "../../../server/sync/accept-warnings.ts";
import { row } from "../support/company.ts";

test("nobody accepts a warning of a column that others fill in", () => {
  const [theirs, others] = ["legalReview", "customer"].map((column) => ({
    column,
    code: "unknown-account" as const,
    reason: "Se crea mañana",
  }));
  if (!theirs || !others) throw new Error("there are two columns");
  const pushed = { ...row("proposals", {}), accepted: [theirs, others] };
  expect(acceptable(proposals, "legal", pushed)).toEqual([theirs]);
  expect(acceptable(proposals, "advisor", pushed)).toContainEqual(others);
  expect(acceptable(proposals, "quality", pushed)).toEqual([]);
});
