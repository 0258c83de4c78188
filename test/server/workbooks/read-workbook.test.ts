import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../server/workbooks/read-workbook.ts";
import type { WorkbookGrid } from "../../../shared/recognition/grid.ts";
import { packageOf, workbookXml } from "./package-of.ts";

async function read(bytes: Uint8Array): Promise<WorkbookGrid> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.workbook;
}

async function failureOf(bytes: Uint8Array): Promise<string> {
  const reading = await readWorkbook(bytes);
  return reading.ok ? "none" : reading.failure;
}

describe("a workbook that exceljs wrote", () => {
  test("gives values, formulas, formats, merges, tables and what is hidden as they are", async () => {
    const [sheet, second] = (await read(await written())).sheets;
    expect(sheet?.cells.slice(0, 3)).toEqual([
      ["Título", "Título"].slice(0, 1),
      ["Negrita y más", 46_083, "correo@x.example", 12.5, "#N/A", true],
      ["", 3, ""],
    ]);
    expect(sheet?.formatAt(1, 1)).toBe("dd/mm/yyyy");
    expect(sheet?.formatAt(1, 3)).toBe('"$" #,##0');
    expect(sheet?.formulaAt(1, 3)).toBe("=10+2.5");
    expect(sheet?.formulaAt(2, 2)).toBe('=IF(B3>5,B3,"")');
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([4]);
    expect(sheet?.protected).toBe(true);
    expect(second?.hidden).toBe(true);
    expect(second?.tables).toEqual([
      { name: "Tabla1", area: { top: 1, left: 1, bottom: 3, right: 2 }, totals: false },
    ]);
  });

  async function written(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Uno");
    sheet.getCell("A1").value = "Título";
    sheet.mergeCells("A1:D1");
    sheet.getCell("A2").value = { richText: [{ text: "Negrita", font: { bold: true } }, { text: " y más" }] };
    sheet.getCell("B2").value = new Date("2026-03-02T00:00:00Z");
    sheet.getCell("B2").numFmt = "dd/mm/yyyy";
    sheet.getCell("C2").value = { text: "correo@x.example", hyperlink: "mailto:correo@x.example" };
    sheet.getCell("D2").value = { formula: "10+2.5", result: 12.5 };
    sheet.getCell("D2").numFmt = '"$" #,##0';
    sheet.getCell("E2").value = { error: "#N/A" };
    sheet.getCell("F2").value = true;
    sheet.getCell("B3").value = 3;
    sheet.getCell("C3").value = { formula: 'IF(B3>5,B3,"")', result: "" };
    sheet.getRow(3).hidden = true;
    sheet.getColumn(5).hidden = true;
    await sheet.protect("", {});
    const second = workbook.addWorksheet("Dos", { state: "hidden" });
    const rows = [
      ["a", 1],
      ["b", 2],
    ];
    second.addTable({ name: "Tabla1", ref: "B2", columns: [{ name: "X" }, { name: "Y" }], rows });
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
});

describe("what other programs write", () => {
  test("is read too: the calendar of 1904, inline texts, cells without an address, shared formulas", async () => {
    const data =
      '<sheetData><row><c t="inlineStr"><is><t>uno</t></is></c><c><v>5</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" ref="B3:B4" si="0">A3*2</f><v>1</v></c></row>' +
      '<row r="4"><c r="B4"><f t="shared" si="0"/><v>2</v></c><c r="D4" t="d"><v>2026-03-02</v></c></row></sheetData>';
    const bytes = await packageOf(data, { "xl/workbook.xml": workbookXml('<workbookPr date1904="true"/>') });
    const workbook = await read(bytes);
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets[0]?.cells).toEqual([["uno", 5], [], ["", 1], ["", 2, "", 44_621]]);
    expect(workbook.sheets[0]?.formulaAt(3, 1)).toBe("=A3*2");
  });

  test("costs nothing where twenty thousand rows are only formatted", async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" s="1"/></row>`,
    );
    const first = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const workbook = await read(await packageOf(`<sheetData>${first}${rows.join("")}</sheetData>`));
    expect(workbook.sheets[0]?.cells).toEqual([[1]]);
  });
});

describe("a file that must not be read", () => {
  test("is refused where it declares a document type, in whichever part", async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    for (const part of ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"]) {
      expect(await failureOf(await packageOf("", { [part]: `${bomb}<x>&b;</x>` }))).toBe("hostile");
    }
  });

  test("is refused where a part inflates out of proportion", async () => {
    const bytes = await packageOf(`<sheetData/>${" ".repeat(10_000_000)}`);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await failureOf(bytes)).toBe("hostile");
  });

  test("is refused where hundreds of rows hold a cell in the last column", async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(await failureOf(await packageOf(`<sheetData>${rows.join("")}</sheetData>`))).toBe("too-large");
  });

  test("is refused where worksheet after worksheet has a cell in the last row", async () => {
    const sheet = '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>';
    const entry = '<sheet name="Otra" sheetId="1" r:id="r1"/>';
    const many = workbookXml("").replace("<sheets>", `<sheets>${entry.repeat(11)}`);
    expect(await failureOf(await packageOf(sheet, { "xl/workbook.xml": many }))).toBe("too-large");
  });

  test("is read at once though it hides all columns a hundred thousand times", async () => {
    const column = '<col min="1" max="16384" hidden="1"/>';
    const [sheet] = (await read(await packageOf(`<cols>${column.repeat(100_000)}</cols><sheetData/>`)))
      .sheets;
    expect(sheet?.hiddenColumns.size).toBe(16_384);
  });

  test("is told apart: encrypted, damaged, of another kind", async () => {
    const container = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(504),
    ]);
    const encrypted = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
    const whole = await packageOf("<sheetData/>");
    expect(await failureOf(encrypted)).toBe("encrypted");
    expect(await failureOf(container)).toBe("not-a-workbook");
    expect(await failureOf(Buffer.from("a;b;c"))).toBe("not-a-workbook");
    expect(await failureOf(whole.slice(0, whole.length - 60))).toBe("damaged");
    expect(await failureOf(await packageOf("<sheetData><row>"))).toBe("damaged");
    expect(await failureOf(await packageOf("", { "_rels/.rels": "<Relationships/>" }))).toBe(
      "not-a-workbook",
    );
  });
});
