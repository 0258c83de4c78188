import { describe, expect, test } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import { isError } from "../../../shared/model/issue.ts";
import { typedColumns } from "../../../shared/model/sheet.ts";
import type { SheetGrid } from "../../../shared/recognition/grid.ts";
import { readProposal } from "../../../shared/recognition/read-proposal.ts";
import { recogniseSheet } from "../../../shared/recognition/recognise.ts";
import { exampleAdvisor } from "../../../shared/sheets/example-people.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { writeFormat } from "../../../server/formats/write-format.ts";
import { readWorkbook } from "../../../server/workbooks/read-workbook.ts";

const context = { today: "2026-11-24", people: createDirectory([exampleAdvisor]), date1904: false };
const world = { sheets, context };

async function gridsOf(sheet: (typeof sheets)[number]): Promise<readonly SheetGrid[]> {
  const bytes = await writeFormat(sheet, context).xlsx.writeBuffer();
  const reading = await readWorkbook(new Uint8Array(bytes));
  if (!reading.ok) throw new Error(`${sheet.id}: ${reading.failure}`);
  return reading.workbook.sheets;
}

describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))("the format of %s", (_id, sheet) => {
  test("is recognised whole, asks nothing, and its examples are read as they were written", async () => {
    const grids = await gridsOf(sheet);
    for (const [name, rows] of [
      [grids[0]?.name, []],
      ["Ejemplos", sheet.examples],
    ] as const) {
      const grid = grids.find((one) => one.name === name);
      if (!grid) throw new Error(`there is no worksheet ${name}`);
      const [proposal] = recogniseSheet(grid, world);
      expect(proposal?.record, name).toBe(sheet.id);
      if (!proposal) return;
      expect(proposal.questions, name).toEqual([]);
      expect(proposal.columns.filter(({ asked }) => asked)).toEqual([]);
      expect(proposal.columns.map(({ key }) => key)).toEqual(Object.keys(sheet.columns));
      const read = readProposal(proposal, grid, world);
      expect(read.flatMap(({ issues }) => issues.filter(isError))).toEqual([]);
      expect(read.map(({ reading }) => reading.values)).toEqual(
        rows.map((row) => Object.fromEntries(typedColumns(sheet).map(([key]) => [key, row[key] ?? null]))),
      );
    }
  });

  test("says its code and version, so that an obsolete one can be told", async () => {
    const [grid] = await gridsOf({ ...sheet, format: { ...sheet.format, version: 7 } });
    const [proposal] = grid ? recogniseSheet(grid, world) : [];
    expect(proposal?.format).toEqual({ code: sheet.format.code, version: 7 });
  });
});
