import { describe, expect, test } from "vitest";
import type { CellIssue } from "../../../../addin/sync/session.ts";
import { groupSize, reviewCount, reviewGroups, rowOfQueue } from "../../../../addin/taskpane/review/queue.ts";
import { returnedToAdvisor } from "../gallery/standing.ts";
import { sevenMistakes, threeVanished, twoConflicts } from "../gallery/review-items.ts";

const nothing = { issues: [], conflicts: [], vanished: [], returned: [] };
const elsewhere = (issue: CellIssue): CellIssue => ({ ...issue, link: "l-other" });

describe("what needs a person", () => {
  test("is counted without remarks, which stop nothing", () => {
    const { returned } = returnedToAdvisor;
    const queue = { issues: sevenMistakes, conflicts: twoConflicts(0), vanished: threeVanished, returned };
    expect(sevenMistakes).toHaveLength(8);
    expect(reviewCount(queue)).toBe(7 + 2 + 3 + 2);
  });

  test("is grouped by linked sheet, and nothing is lost", () => {
    const groups = reviewGroups({ ...nothing, issues: sevenMistakes, vanished: threeVanished });
    expect(groups.map(({ label }) => label)).toEqual(["Control visitas y vinculaciones", "Usuarios"]);
    expect(groups.map(groupSize)).toEqual([8, 3]);
  });

  test("puts conflicts before any number of mistakes, and mistakes before vanished rows", () => {
    const [mistake] = sevenMistakes;
    if (!mistake) throw new Error("there is no mistake");
    const many = [mistake, mistake, mistake].map(elsewhere);
    const [conflict] = twoConflicts(0);
    if (!conflict) throw new Error("there is no conflict");
    const groups = reviewGroups({
      ...nothing,
      issues: many,
      conflicts: [conflict],
      vanished: threeVanished.map((row) => ({ ...row, link: "l-third" })),
    });
    expect(groups.map(({ link }) => link)).toEqual(["l-visits", "l-other", "l-third"]);
  });

  test("of one row is only of that row", () => {
    const [group] = reviewGroups({ ...nothing, issues: sevenMistakes, conflicts: twoConflicts(0) });
    const row = group && rowOfQueue(group, 18);
    expect(row?.mistakes.map(({ issue }) => issue.code)).toEqual(["invalid-date"]);
    expect(row?.conflicts.map(({ column }) => column)).toEqual(["outcome"]);
  });
});
