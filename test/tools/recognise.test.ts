import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../server/workbooks/read-workbook.ts";
import { compareWorkbook } from "../../tools/recognise/compare-workbook.ts";
import { readTruth } from "../../tools/recognise/truth.ts";
import { staffWorkbooks, workbookBytes } from "../workbooks/staff-workbooks.ts";

describe.each(staffWorkbooks)("%s", (name) => {
  test("is recognised with nothing wrong and few columns asked", async () => {
    const reading = await readWorkbook(workbookBytes(name));
    if (!reading.ok) throw new Error(reading.reason);
    const truth = readTruth(
      readFileSync(new URL(`../workbooks/${name}.truth.json`, import.meta.url), "utf8"),
    );
    const { problems, columns, cells } = compareWorkbook(reading.workbook, truth);
    expect(problems).toEqual([]);
    expect(cells.right).toBeGreaterThan(100);
    expect(columns.asked).toBeLessThan(0.1 * columns.right);
  });
});
