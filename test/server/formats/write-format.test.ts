import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { computeRow, checkRow } from "../../../shared/model/check-row.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { isError } from "../../../shared/model/issue.ts";
import { columnKeys, type Sheet } from "../../../shared/model/sheet.ts";
import { exampleAdvisor } from "../../../shared/sheets/example-people.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { writeFormat } from "../../../server/formats/write-format.ts";

const context = { today: "2026-11-24", people: createDirectory([exampleAdvisor]), date1904: false };
const named = sheets.map((sheet) => [sheet.id, sheet] as const);

describe.each(named)("the examples of %s", (_id, sheet) => {
  it("are there, and keep every rule", () => {
    expect(sheet.examples.length).toBeGreaterThan(0);
    for (const example of sheet.examples) {
      const whole = Object.fromEntries(columnKeys(sheet).map((key) => [key, example[key] ?? null]));
      const issues = checkRow(sheet, computeRow(sheet, whole, context), context).filter(isError);
      expect(issues).toEqual([]);
    }
  });
});

describe.each(named)("the format of %s", (_id, sheet) => {
  let opened: ExcelJS.Workbook;
  beforeAll(async () => {
    opened = new ExcelJS.Workbook();
    await opened.xlsx.load(await writeFormat(sheet, context).xlsx.writeBuffer());
  });

  it("says its title, code, version and date, on the page's head too", () => {
    const worksheet = firstOf(opened);
    expect(worksheet.getCell("A1").value).toBe(sheet.label);
    const line = `Formato ${sheet.format.code} · versión ${sheet.format.version} · ${slashed(sheet.format.date)}`;
    expect(worksheet.getCell("A3").value).toBe(line);
    expect(worksheet.headerFooter.oddHeader).toContain(line);
  });

  it("has a table with the labels of the definition, in order", () => {
    const labels = columnKeys(sheet).map((key) => sheet.columns[key]?.label);
    expect(firstOf(opened).getRow(5).values).toEqual([undefined, ...labels]);
    expect(Object.keys(firstOf(opened).getTables())).toHaveLength(1);
  });

  it("offers every option of a column, from a hidden list", () => {
    columnKeys(sheet).forEach((key, at) => {
      const options = offeredBy(sheet, key);
      if (options.length === 0) return;
      const [, letters, last] =
        /^Listas!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/u.exec(
          String(firstOf(opened).getCell(6, at + 1).dataValidation?.formulae[0]),
        ) ?? [];
      const listed = Array.from(
        { length: Number(last) },
        (_, line) => opened.getWorksheet("Listas")?.getCell(`${letters}${line + 1}`).value,
      );
      expect(listed).toEqual(options);
    });
  });
});

function firstOf(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const [first] = workbook.worksheets;
  if (!first) throw new Error("the format has no worksheet");
  return first;
}

function offeredBy(sheet: Sheet, key: string): readonly string[] {
  const column = sheet.columns[key];
  return column && !column.compute && !column.keptByService ? (column.kind.options?.(context) ?? []) : [];
}

const slashed = (day: string): string => day.split("-").toReversed().join("/");
