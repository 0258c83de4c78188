import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOfficeApi, type OfficeApiReport } from "../../tools/office-api/check.ts";
import { checkAddin, requiredByManifest, TYPES_ROOT } from "../../tools/office-api/of-addin.ts";

const asked = 'Office.context.requirements.isSetSupported("ExcelApi", "1.15")';
const use = "range.getDependents()";
const work = (
  body: string,
) => `export function work(range: Excel.Range, context: Excel.RequestContext): void {
  void context;
  ${body}
}`;

/** `Range.getDependents` came with ExcelApi 1.15. */
const caught: Record<string, string> = {
  "a newer method": work(`${use};`),
  "a newer property": work("void context.workbook.linkedWorkbooks;"),
  "a newer property, destructured": work(
    "const { linkedWorkbooks } = context.workbook;\n  void linkedWorkbooks;",
  ),
  "a newer option of a literal":
    "export const go = () => Excel.run({ mergeUndoGroup: true }, async () => undefined);",
  "a newer type": "export const x = (links: Excel.LinkedWorkbook) => links;",
  "a newer member of the common API": "export const x = () => Office.ribbon.requestCreateControls;",
  "an older question": work(`if (${asked.replace("1.15", "1.14")}) ${use};`),
  "the branch where the answer was no": work(`if (${asked}) void range;\n  else ${use};`),
  "one of two ways in": work(`if (${asked} || range.isNullObject) ${use};`),
  "after an if that goes on": work(`if (!${asked}) void range;\n  ${use};`),
};

const passing: Record<string, string> = {
  "what the manifest demands": work("void range.address;\n  void context.workbook.worksheets.onChanged;"),
  "an if": work(`if (${asked}) ${use};`),
  "a newer question": work(`if (${asked.replace("1.15", "1.17")}) ${use};`),
  "the other branch of a no": work(`if (!${asked}) void range;\n  else ${use};`),
  "an early return": work(`if (!${asked}) return;\n  ${use};`),
  "an and": work(`void (${asked} && ${use});`),
  "a conditional expression": work(`void (${asked} ? ${use} : range);`),
  "a callback in the branch": work(`if (${asked}) [1].forEach(() => ${use});`),
  "a constant": `const can = ${asked};\n${work(`if (can) ${use};`)}`,
  "a function": `const can = () => ${asked};\n${work(`if (can()) ${use};`)}`,
  "a function that is told the set": `function can(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}\n${work(`if (can("1.15")) ${use};`)}`,
  "a table of questions": `const can = { dependents: () => ${asked} };\n${work(`if (can.dependents()) ${use};`)}`,
  "undo's own set": `const canUndo = () => Office.context.requirements.isSetSupported("ExcelUndoApiAll", "1.0");
export const go = () => Excel.run({ mergeUndoGroup: canUndo() }, async () => undefined);`,
};

let folder: string;
let report: OfficeApiReport;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ventas-al-dia-office-"));
  const sources = [...Object.entries(caught), ...Object.entries(passing)];
  for (const [name, code] of sources) writeFileSync(fileOf(name), code);
  report = checkOfficeApi(
    sources.map(([name]) => fileOf(name)),
    [
      { set: "ExcelApi", version: "1.14" },
      { set: "SharedRuntime", version: "1.1" },
    ],
    TYPES_ROOT,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is newer than the manifest promises is caught", () => {
  test.each(Object.keys(caught))("%s", (name) => {
    expect(foundIn(name)).not.toEqual([]);
  });

  test("with its name, its line and the set it needs", () => {
    expect(foundIn("a newer method")).toEqual([
      {
        file: fileOf("a newer method"),
        line: 3,
        member: "Range.getDependents",
        needs: { set: "ExcelApi", version: "1.15" },
      },
    ]);
  });
});

describe("what stands behind isSetSupported, or needs nothing newer, passes", () => {
  test.each(Object.keys(passing))("%s", (name) => {
    expect(foundIn(name)).toEqual([]);
  });
});

test("the add-in uses nothing that the Excel of the manifest lacks", () => {
  const { uses, tooNew } = checkAddin();
  expect(uses).toBeGreaterThan(0);
  expect(tooNew).toEqual([]);
});

test("the manifest demands ExcelApi 1.14 and the shared runtime", () => {
  expect(requiredByManifest()).toEqual([
    { set: "ExcelApi", version: "1.14" },
    { set: "SharedRuntime", version: "1.1" },
  ]);
});

function fileOf(name: string): string {
  return join(folder, `${name.replaceAll(/\W+/g, "-")}.ts`);
}

function foundIn(name: string): OfficeApiReport["tooNew"] {
  return report.tooNew.filter(({ file }) => file === fileOf(name));
}
