import ExcelJS from "exceljs";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { staffWorkbooks, workbookBytes } from "../../workbooks/staff-workbooks.ts";
import { cellAddress } from "./address.ts";
import type { Opened } from "./opened.ts";
import { opened } from "./opened.ts";
import { richResources, richWorkbook } from "./rich-workbook.ts";
import { saveWorkbook } from "./save-workbook.ts";
import type { Cell, SheetSnapshot, Style, WorkbookSnapshot } from "./snapshot.ts";

describe.each(staffWorkbooks)("%s", (name) => {
  test("is the same after saving and opening again", async () => {
    const before = await opened(workbookBytes(name));
    const after = await opened(await saveWorkbook(before.workbook));
    expect(plain(after)).toEqual(plain(before));
  });

  test("reads the same in another library", async () => {
    const { workbook } = await opened(workbookBytes(name));
    const [original, saved] = await Promise.all([
      readElsewhere(workbookBytes(name)),
      readElsewhere(await saveWorkbook(workbook)),
    ]);
    expect(saved).toEqual(original);
  });
});

test("what no staff workbook has survives too", async () => {
  const { workbook, resources } = await opened(await saveWorkbook(richWorkbook));
  const sheet = workbook.sheets["sheet-1"];
  expect(sheet?.cellData).toMatchObject({
    0: { 0: { v: " dos  espacios \n& <signos> _x0041_ ", t: 1 } },
    1: { 0: { f: '=XLOOKUP("a",A:A,B:B)', v: "#N/A" } },
    2: { 0: { f: "=B2+$B$1", v: 3 } },
    3: { 0: { f: "=B3+$B$1", v: 4 } },
    4: { 0: { v: 1, t: 3 } },
    5: { 0: { v: "texto rico", t: 1 } },
  });
  expect(workbook.sheets["sheet-2"]).toMatchObject({ name: "Oculta's", hidden: 1 });
  expect(sheet?.tabColor).toBe("#1B5E20");
  expect(Object.values(resources.names)).toMatchObject([
    { name: "Lista", formulaOrRefString: "'Oculta''s'!$A$1:$A$3", localSheetId: "AllDefaultWorkbook" },
    { name: "Tasa", formulaOrRefString: "=0.19", localSheetId: "sheet-1", hidden: true },
  ]);
  expect(resources.notes["sheet-1"]?.["2"]?.["1"]).toMatchObject({
    note: "Falta el radicado\nde la fila",
    row: 2,
    col: 1,
  });
  expect(resources.validations).toEqual(richResources.validations);
  expect(resources.conditionalFormats).toEqual(richResources.conditionalFormats);
  expect(resources.tables["sheet-1"]?.tables[0]).toMatchObject(
    richResources.tables["sheet-1"]?.tables[0] ?? {},
  );
});

test("rows that a filter hides are hidden rows of the file", async () => {
  const { workbook } = await opened(workbookBytes("a5-pqr-segundo-semestre"));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(asBuffer(await saveWorkbook(workbook)));
  expect(book.getWorksheet("PQR")?.getRow(5).hidden).toBe(true);
  expect(book.getWorksheet("PQR")?.getRow(9).hidden).toBe(false);
});

test.each(["1", "true"])(
  "a workbook that counts days from 1904 (%s) opens with its right days",
  async (written) => {
    const { workbook } = await opened(workbookBytes("a6-ventas-no-regulado"));
    const zip = await JSZip.loadAsync(await saveWorkbook(workbook));
    const xml = (await zip.file("xl/workbook.xml")?.async("text")) ?? "";
    zip.file("xl/workbook.xml", xml.replace("<sheets>", `<workbookPr date1904="${written}"/><sheets>`));
    const later = await opened(await zip.generateAsync({ type: "uint8array" }));
    expect(later.cell("VENTAS MNR", "B6")).toMatchObject({ v: 46_024 + 1_462 });
    expect(later.cell("VENTAS MNR", "J6")).toMatchObject({ v: 5_900_000 });
  },
);

/** Snapshots compared by what they show: style numbers are the file's business. */
function plain({ workbook, resources }: Opened): unknown {
  const sheets = Object.entries(workbook.sheets).map(([id, sheet]) => ({ id, ...dressed(workbook, sheet) }));
  return { names: workbook.sheetOrder, defaultStyle: workbook.defaultStyle, sheets, resources };
}

function dressed(
  workbook: WorkbookSnapshot,
  { cellData = {}, rowData = {}, columnData = {}, ...rest }: SheetSnapshot,
): object {
  const dress = (style: Cell["s"]): Style =>
    (typeof style === "string" ? workbook.styles[style] : style) ?? {};
  const cells = Object.entries(cellData).flatMap(([row, line]) =>
    Object.entries(line).map(
      ([column, cell]) => [cellAddress(Number(row), Number(column)), { ...cell, s: dress(cell.s) }] as const,
    ),
  );
  const isEmpty = (cell: Cell) => cell.v === undefined && !cell.f && Object.keys(cell.s ?? {}).length === 0;
  const lines = (data: Record<number, { s?: Cell["s"] }>) =>
    Object.entries(data).map(([index, line]) => [index, { ...line, s: dress(line.s) }]);
  return {
    ...rest,
    cellData: cells.filter(([, cell]) => !isEmpty(cell)),
    rowData: lines(rowData),
    columnData: lines(columnData),
  };
}

/** Values, formulas, patterns, merges and widths as exceljs reads them. */
async function readElsewhere(bytes: Uint8Array): Promise<unknown> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(asBuffer(bytes));
  return book.worksheets.map((sheet) => {
    const cells: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => cell.value === "" || cells.push(elsewhere(cell))));
    return { name: sheet.name, state: sheet.state, cells, merges: sheet.model.merges };
  });
}

function elsewhere(cell: ExcelJS.Cell): unknown {
  const { address, value, formula, result } = cell;
  const isLink = cell.type === ExcelJS.ValueType.Hyperlink;
  return formula
    ? { address, formula, result }
    : { address, value: isLink ? cell.text : value, bold: cell.font?.bold ?? false };
}

/** exceljs declares a Buffer of its own that any bytes satisfy. */
function asBuffer(bytes: Uint8Array): ExcelJS.Buffer {
  return Buffer.from(bytes) as unknown as ExcelJS.Buffer;
}
