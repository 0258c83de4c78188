import { describe, expect, it } from "vitest";
import {
  businessDaysLeft,
  dueDay,
  dueDayWithEvidence,
  summonsDay,
} from "../../../shared/colombia/claim-terms.ts";
import { computeRow } from "../../../shared/model/check-row.ts";
import type { Row } from "../../../shared/model/value.ts";
import { claims } from "../../../shared/sheets/claims.ts";
import { testContext } from "../context.ts";

describe("the term to answer a claim", () => {
  it.each([
    ["2026-06-26", "2026-07-22"],
    ["2026-03-13", "2026-04-08"],
    ["2025-12-19", "2026-01-14"],
  ])("of %s ends on %s", (filedOn, due) => {
    expect(dueDay(filedOn)).toBe(due);
  });

  it("counts a claim of a Saturday like one of the Friday before", () => {
    expect(dueDay("2026-03-14")).toBe(dueDay("2026-03-13"));
  });

  it("rests while evidence is taken, thirty business days at most", () => {
    expect(dueDay("2026-03-02")).toBe("2026-03-24");
    expect(dueDayWithEvidence("2026-03-02", "2026-03-24")).toBe("2026-05-08");
    expect(dueDayWithEvidence("2026-03-02", "2026-03-20")).toBe("2026-05-08");
  });

  it("is not changed by an order of evidence before the filing or after the term", () => {
    expect(dueDayWithEvidence("2026-03-02", "2026-02-27")).toBe("2026-03-24");
    expect(dueDayWithEvidence("2026-03-02", "2026-03-25")).toBe("2026-03-24");
  });

  it("leaves nought on its last day, and less once it is over", () => {
    expect(businessDaysLeft("2026-03-20", "2026-03-24")).toBe(1);
    expect(businessDaysLeft("2026-03-24", "2026-03-24")).toBe(0);
    expect(businessDaysLeft("2026-03-26", "2026-03-24")).toBe(-2);
  });

  it("is followed by five business days to summon", () => {
    expect(summonsDay("2026-03-20")).toBe("2026-03-30");
  });
});

describe("a claim's computed columns", () => {
  const filed = { filedOn: "2026-11-03", answeredOn: null, evidence: null, evidenceOn: null };
  const computed = (more: Row = {}) => computeRow(claims, { ...filed, ...more }, testContext);

  it("say the days left as of today, until the claim is answered", () => {
    expect(computed()).toMatchObject({ dueOn: "2026-11-25", daysLeft: 1, dueWithEvidence: null });
    expect(computed({ filedOn: "2026-10-29" })).toMatchObject({ dueOn: "2026-11-23", daysLeft: -1 });
    expect(computed({ answeredOn: "2026-11-20" })).toMatchObject({ daysLeft: null, notifyBy: "2026-11-27" });
  });

  it("count to the later day once evidence is ordered", () => {
    const row = computed({ evidence: "yes", evidenceOn: "2026-11-20" });
    expect(row["dueOn"]).toBe("2026-11-25");
    expect(String(row["dueWithEvidence"]) > "2026-12-31").toBe(true);
    expect(Number(row["daysLeft"])).toBeGreaterThan(20);
  });
});
