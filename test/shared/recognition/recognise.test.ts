import { expect, test } from "vitest";
import { compareWorkbook } from "../../../tools/recognise/compare-workbook.ts";
import { tablesScenarios } from "./scenarios/tables.ts";
import { wordsScenarios } from "./scenarios/words.ts";
import { datesAndUnitsScenarios } from "./scenarios/dates-and-units.ts";
import { layoutsScenarios } from "./scenarios/layouts.ts";
import { budgetsScenarios } from "./scenarios/budgets.ts";
import { strangersScenarios } from "./scenarios/strangers.ts";

const scenarios = {
  ...tablesScenarios,
  ...wordsScenarios,
  ...datesAndUnitsScenarios,
  ...layoutsScenarios,
  ...budgetsScenarios,
  ...strangersScenarios,
};

test.each(Object.entries(scenarios))("takes nothing for what it is not: %s", (_name, build) => {
  const { workbook, truth } = build();
  const { problems, columns } = compareWorkbook(workbook, truth);
  expect(problems).toEqual([]);
  expect(columns.asked).toBeLessThanOrEqual(0.15 * columns.right);
});
