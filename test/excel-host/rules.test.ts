import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const cells = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getFirst().getRange(address);

test("a list, its message and its hint are kept for the cells they were set on", async () => {
  await excel().Excel.run(async (context) => {
    const { dataValidation } = cells(context, "A2:A9");
    dataValidation.rule = { list: { inCellDropDown: true, source: "Sí,No" } };
    dataValidation.errorAlert = {
      message: "Elija de la lista",
      showAlert: true,
      style: "Stop",
      title: "Valor",
    };
    dataValidation.prompt = { message: "Sí o No", showPrompt: true, title: "" };
    dataValidation.ignoreBlanks = false;
    const one = cells(context, "A3").dataValidation.load("rule,type,errorAlert,prompt,ignoreBlanks");
    const none = cells(context, "A10").dataValidation.load("type");
    const some = cells(context, "A9:A10").dataValidation.load("type");
    await context.sync();
    expect(one.rule).toEqual({ list: { inCellDropDown: true, source: "Sí,No" } });
    expect([one.type, one.errorAlert.message, one.prompt.message, one.ignoreBlanks]).toEqual([
      "List",
      "Elija de la lista",
      "Sí o No",
      false,
    ]);
    expect([none.type, some.type]).toEqual(["None", "Inconsistent"]);
  });
});

test("a list may come from a range, which becomes a formula", async () => {
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.add("Mis listas");
    const source = context.workbook.worksheets.getItem("Mis listas").getRange("A1:A300");
    cells(context, "A1").dataValidation.rule = { list: { inCellDropDown: true, source } };
    const { dataValidation } = cells(context, "A1");
    dataValidation.load("rule");
    await context.sync();
    expect(dataValidation.rule.list?.source).toBe("='Mis listas'!$A$1:$A$300");
  });
});

test("a list written out beyond 255 characters is refused", async () => {
  const set = excel().Excel.run(async (context) => {
    cells(context, "A1").dataValidation.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } };
    await context.sync();
  });
  expect(await codeOf(set)).toBe("InvalidArgument");
});

test.each([
  ["WholeNumber", { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" as const } }],
  ["Decimal", { decimal: { formula1: 0, formula2: 100, operator: "Between" as const } }],
  ["Date", { date: { formula1: "=DATE(2000,1,1)", operator: "GreaterThan" as const } }],
  ["Custom", { custom: { formula: '=A1<>""' } }],
])("a rule of kind %s is kept", async (type, rule) => {
  await excel().Excel.run(async (context) => {
    const { dataValidation } = cells(context, "A1");
    dataValidation.rule = rule;
    dataValidation.load("type,rule");
    await context.sync();
    expect([dataValidation.type, dataValidation.rule]).toEqual([type, rule]);
  });
});

test("clearing a validation takes it from those cells only, and rules follow inserted rows", async () => {
  await excel().Excel.run(async (context) => {
    cells(context, "A1:A9").dataValidation.rule = { list: { inCellDropDown: true, source: "a" } };
    cells(context, "A5").dataValidation.clear();
    await context.sync();
    excel().host.user.insertRows("1:1");
    const types = ["A1", "A2", "A6", "A10"].map((address) =>
      cells(context, address).dataValidation.load("type"),
    );
    await context.sync();
    expect(types.map(({ type }) => type)).toEqual(["None", "List", "None", "List"]);
  });
});

test("marks by formula have a rule and a format, the newest first", async () => {
  await excel().Excel.run(async (context) => {
    const formats = cells(context, "B2:D9").conditionalFormats;
    formats.add("Custom").custom.rule.formula = "=$A2=1";
    const second = formats.add("Custom");
    second.custom.rule.formula = "=$A2=2";
    second.custom.format.fill.color = "#FFC7CE";
    second.custom.format.font.color = "#9C0006";
    second.stopIfTrue = true;
    await context.sync();
    const first = cells(context, "C3").conditionalFormats.getItemAt(0);
    first.load(
      "type,stopIfTrue,priority,custom/rule/formula,custom/format/fill/color,custom/format/font/color",
    );
    const count = cells(context, "C3").conditionalFormats.getCount();
    const range = first.getRange().load("address");
    await context.sync();
    expect(first.custom.rule.formula).toBe("=$A2=2");
    expect([first.custom.format.fill.color, first.custom.format.font.color]).toEqual(["#FFC7CE", "#9C0006"]);
    expect([first.type, first.stopIfTrue, first.priority, count.value]).toEqual(["Custom", true, 0, 2]);
    expect(range.address).toBe("Hoja1!B2:D9");
  });
});

test("marks by value and by text keep their rule", async () => {
  await excel().Excel.run(async (context) => {
    const formats = cells(context, "A1:A9").conditionalFormats;
    const byValue = formats.add("CellValue");
    byValue.cellValue.rule = { formula1: "0", operator: "LessThan" };
    byValue.cellValue.format.font.color = "#FF0000";
    const byText = formats.add("ContainsText");
    byText.textComparison.rule = { operator: "Contains", text: "error" };
    byValue.cellValue.load("rule");
    byText.textComparison.load("rule");
    formats.load("items/type");
    await context.sync();
    expect(byValue.cellValue.rule).toEqual({ formula1: "0", operator: "LessThan" });
    expect(byText.textComparison.rule).toEqual({ operator: "Contains", text: "error" });
    expect(formats.items.map(({ type }) => type)).toEqual(["ContainsText", "CellValue"]);
  });
});

test("marks are taken away one by one or all at once", async () => {
  await excel().Excel.run(async (context) => {
    const formats = cells(context, "A1:A9").conditionalFormats;
    const one = formats.add("Custom");
    formats.add("Custom");
    one.delete();
    const after = formats.getCount();
    formats.clearAll();
    const none = formats.getCount();
    await context.sync();
    expect([after.value, none.value]).toEqual([1, 0]);
  });
});

test("the host tells which cells a mark colours now", async () => {
  await excel().Excel.run(async (context) => {
    cells(context, "A1:B4").values = [
      ["Valor", "Faltan"],
      [5, ",1,"],
      [-2, ""],
      ["", ",2,"],
    ];
    const formula = cells(context, "A2:A4").conditionalFormats.add("Custom");
    formula.custom.rule.formula = '=ISNUMBER(SEARCH(",",$B2))';
    formula.custom.format.fill.color = "#FFC7CE";
    const value = cells(context, "A2:A4").conditionalFormats.add("CellValue");
    value.cellValue.rule = { formula1: "0", operator: "LessThan" };
    value.cellValue.format.font.color = "#FF0000";
    await context.sync();
  });
  expect(await excel().host.markedCells("Hoja1")).toEqual([
    { address: "A2", fill: "#FFC7CE", fontColor: undefined },
    { address: "A3", fill: undefined, fontColor: "#FF0000" },
    { address: "A4", fill: "#FFC7CE", fontColor: undefined },
  ]);
});

test("the formula of a rule follows the cells that it speaks of, and says the same of each row", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { custom } = cells(context, "A5:Q68").conditionalFormats.add("Custom");
    custom.rule.formula = '=AND($K5<>"K5",A$4="x")';
    await context.sync();
    sheet.getRange("A:C").insert("Right");
    sheet.getRange("5:5").delete("Up");
    expect(await ruleAt(context, "D5:T67")).toBe('=AND($N5<>"K5",D$4="x")');
    sheet.getRange("A:C").delete("Left");
    expect(await ruleAt(context, "A5:Q67")).toBe('=AND($K5<>"K5",A$4="x")');
    sheet.getRange("K:K").delete("Left");
    expect(await ruleAt(context, "A5:P67")).toBe('=AND(#REF!<>"K5",A$4="x")');
  });
});

async function ruleAt(context: Excel.RequestContext, address: string): Promise<string> {
  const { custom } = cells(context, address).conditionalFormats.getItemAt(0);
  custom.rule.load({ formula: true });
  await context.sync();
  return custom.rule.formula;
}
