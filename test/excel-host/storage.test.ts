import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

test("settings keep any plain value until they are deleted", async () => {
  await excel().Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("libro", { id: "abc", hojas: [1, 2] });
    settings.add("libro", { id: "xyz", hojas: [] });
    const known = settings.getItem("libro").load("value,key");
    const unknown = settings.getItemOrNullObject("otro");
    const all = settings.load("items/key");
    await context.sync();
    expect([known.key, known.value, unknown.isNullObject]).toEqual(["libro", { id: "xyz", hojas: [] }, true]);
    expect(all.items.map(({ key }) => key)).toEqual(["libro"]);
    known.delete();
    const gone = settings.getItemOrNullObject("libro");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("custom XML parts are found by namespace and id", async () => {
  const namespace = "urn:ventas-al-dia";
  await excel().Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    parts.add('<otro xmlns="urn:otro"/>');
    const added = parts
      .add(`<?xml version="1.0"?><v:datos xmlns:v="${namespace}"><v:fila/></v:datos>`)
      .load("id,namespaceUri");
    await context.sync();
    const only = parts.getByNamespace(namespace).getOnlyItemOrNullObject().load("id");
    const xml = parts.getItem(added.id).getXml();
    const none = parts.getByNamespace("urn:nada").getOnlyItemOrNullObject();
    await context.sync();
    expect([only.id, none.isNullObject, added.namespaceUri]).toEqual([added.id, true, namespace]);
    expect(xml.value).toContain("<v:fila/>");
    added.setXml(`<datos xmlns="${namespace}">2</datos>`);
    const changed = added.getXml();
    await context.sync();
    expect(changed.value).toBe(`<datos xmlns="${namespace}">2</datos>`);
    added.delete();
    const count = parts.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
});

test("a custom XML part that is no XML is an invalid argument", async () => {
  const add = excel().Excel.run(async (context) => {
    context.workbook.customXmlParts.add("nada");
    await context.sync();
  });
  expect(await codeOf(add)).toBe("InvalidArgument");
});

test("names stand for cells and follow them", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add("lista_municipios", sheet.getRange("B2:B4"));
    sheet.getRange("B2:B4").values = [["Sincelejo"], ["Corozal"], ["Morroa"]];
    await context.sync();
    excel().host.user.insertRows("1:1");
    const item = context.workbook.names.getItem("lista_municipios").load("name,formula,type,visible");
    const cells = item.getRange().load("address,values");
    const byName = sheet.getRange("lista_municipios").load("address");
    await context.sync();
    expect(item.formula).toBe("=Hoja1!$B$3:$B$5");
    expect([cells.address, byName.address]).toEqual(["Hoja1!B3:B5", "Hoja1!B3:B5"]);
    item.visible = false;
    item.delete();
    const gone = context.workbook.names.getItemOrNullObject("lista_municipios");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("a sheet's own names are apart from the workbook's", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.names.add("propio", sheet.getRange("A1"));
    const outside = context.workbook.names.getItemOrNullObject("propio");
    const inside = sheet.names.getItem("propio").load("scope");
    await context.sync();
    expect([outside.isNullObject, inside.scope]).toEqual([true, "Worksheet"]);
  });
});

test("names are used in formulas", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A2").values = [[3], [4]];
    context.workbook.names.add("partes", sheet.getRange("A1:A2"));
    sheet.getRange("B1").formulas = [["=SUM(partes)"]];
    const sum = sheet.getRange("B1").load("values");
    await context.sync();
    expect(sum.values).toEqual([[7]]);
  });
});

test("document properties of one's own are kept", async () => {
  await excel().Excel.run(async (context) => {
    const { custom } = context.workbook.properties;
    custom.add("formato", "V-01");
    const known = custom.getItem("formato").load("value");
    const unknown = custom.getItemOrNullObject("otro");
    await context.sync();
    expect([known.value, unknown.isNullObject]).toEqual(["V-01", true]);
  });
});

test("the person's separators are known", async () => {
  await excel().Excel.run(async (context) => {
    const { numberFormat } = context.application.cultureInfo;
    numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
    context.application.load("calculationMode,decimalSeparator");
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    await context.sync();
    expect([numberFormat.numberDecimalSeparator, numberFormat.numberGroupSeparator]).toEqual([",", "."]);
    expect(context.application.calculationMode).toBe("Automatic");
  });
});

test("formulas speak of tables and their columns", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [
      ["Valor", "Doble"],
      [3, ""],
      [4, ""],
    ];
    sheet.tables.add("A1:B3", true).name = "Ventas";
    sheet.getRange("D1").formulas = [["=SUM(Ventas[Valor])"]];
    const sum = sheet.getRange("D1").load("values");
    await context.sync();
    expect(sum.values).toEqual([[7]]);
  });
});
