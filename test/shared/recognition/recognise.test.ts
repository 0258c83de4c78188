import { expect, test } from "vitest";
import { compareWorkbook } from "../../../tools/recognise/compare-workbook.ts";
import { scenarios } from "./staff-scenarios.ts";

test.each(Object.entries(scenarios))("takes nothing for what it is not: %s", (_name, build) => {
  const { workbook, truth } = build();
  const { problems, columns } = compareWorkbook(workbook, truth);
  expect(problems).toEqual([]);
  expect(columns.asked).toBeLessThanOrEqual(0.15 * columns.right);
});
