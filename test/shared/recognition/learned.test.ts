import { expect, test } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { LearnedSynonyms } from "../../../shared/recognition/proposal.ts";
import { recogniseSheet } from "../../../shared/recognition/recognise.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { code, column, date, firm, meaning, money, person } from "./staff-cells.ts";
import { createDraft, putTable, toGrid } from "./staff-sheet.ts";

const context = { today: "2026-11-24", people: createDirectory([]), date1904: false };
const draft = createDraft("Ventas");
putTable(draft, {
  record: "sales",
  row: 0,
  records: 20,
  columns: [
    column("Fecha", "Fecha", date()),
    column("Factura", "Documento soporte", code("FE")),
    column("Tipo", "Tipo", meaning(["Venta", "Venta"], ["Nota crédito", "Nota crédito"])),
    column("Usuario", "Usuario", firm),
    column("Rubro siete", "Valor COP", money()),
    column("Asesor", "Asesor", person),
  ],
});
const grid = toGrid(draft);

function columnOf(header: string, learned: LearnedSynonyms) {
  const [proposal] = recogniseSheet(grid, { sheets, context, learned });
  return proposal?.columns.find((one) => one.header === header);
}

test("what a colleague said of a header is proposed", () => {
  expect(columnOf("Rubro siete", {})).not.toMatchObject({ key: "value", asked: false });
  expect(columnOf("Rubro siete", { sales: { "rubro siete": "value" } })?.key).toBe("value");
});

test("a colleague's word never gives a header that is a column's own name to another without asking", () => {
  const found = columnOf("Usuario", { sales: { usuario: "contract" } });
  expect(found?.key === "customer" || found?.asked).toBe(true);
});
