import { expect, test } from "vitest";
import { compareWorkbook } from "../../../tools/recognise/compare-workbook.ts";
import { oddScenarios } from "./odd-scenarios.ts";
import { scenarios } from "./staff-scenarios.ts";

test.each(Object.entries({ ...scenarios, ...oddScenarios }))(
  "takes nothing for what it is not: %s",
  (_name, build) => {
    const { workbook, truth } = build();
    const { problems, columns } = compareWorkbook(workbook, truth);
    expect(problems).toEqual([]);
    expect(columns.asked).toBeLessThanOrEqual(0.15 * columns.right);
  },
);
