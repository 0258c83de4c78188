import { expect, test } from "vitest";
import { addressOfDocument } from "../../../addin/excel/document-address.ts";
import type { OfficeLibraries } from "../../../addin/excel/run.ts";

const at = (url: unknown) =>
  addressOfDocument({ Office: { context: { document: { url } } } } as unknown as Pick<
    OfficeLibraries,
    "Office"
  >);

test("one file has one address, however Excel writes it, and a copy elsewhere another", () => {
  const windows = "https://aseo.sharepoint.com/sites/Ventas/Visitas marzo.xlsx";
  const web = "https://aseo.sharepoint.com/sites/ventas/Visitas%20marzo.xlsx?web=1";
  expect(at(web)).toBe(at(windows));
  expect(at("C:\\Usuarios\\Ana\\Visitas marzo.xlsx")).not.toBe(at(windows));
});

test("a file that was never saved has none, and an address that is no address is taken as it is", () => {
  expect([at(undefined), at(null), at("")]).toEqual(["", "", ""]);
  expect(at("C:\\100 %\\Metas.xlsx")).toBe("c:\\100 %\\metas.xlsx");
});
