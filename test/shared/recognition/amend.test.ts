import { expect, test } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import { amend, recogniseSheet } from "../../../shared/recognition/recognise.ts";
import { previewRows } from "../../../shared/recognition/read-proposal.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { SheetGrid } from "../../../shared/recognition/grid.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { code, column, date, firm, meaning, money, monthFirstDate, person } from "./staff-cells.ts";
import { createDraft, putRow, putTable, toGrid, type StaffColumn } from "./staff-sheet.ts";

const world = { sheets, context: { today: "2026-11-24", people: createDirectory([]), date1904: false } };

const sales = (day: StaffColumn["cells"], value: StaffColumn["cells"]): SheetGrid => {
  const draft = createDraft("Ventas");
  putRow(draft, 0, 0, ["VENTAS 2026"]);
  const columns = [
    column("Fecha", "Fecha", day),
    column("Factura", "Documento soporte", code("FE")),
    column("Tipo", "Tipo", meaning(["Venta", "Venta"], ["Nota crédito", "Nota crédito"])),
    column("Contrato", "Contrato", code("MNR")),
    column("Cliente", "Usuario", firm),
    column("Valor", "Valor COP", value),
    column("Valor pagado", null, money()),
    column("Asesor", "Asesor", person),
  ];
  putTable(draft, { record: "sales", row: 2, records: 20, columns });
  return toGrid(draft);
};

test("a question answered is asked no more, and its answer is read", () => {
  const grid = sales(monthFirstDate(5), money(1_000_000));
  const before = recognised(grid);
  expect(before.questions.map(({ about }) => about)).toEqual(["date-order", "unit"]);
  const ordered = amend(before, grid, { habits: { date: { monthFirst: true } } }, world);
  expect(ordered.questions.map(({ about }) => about)).toEqual(["unit"]);
  const after = amend(ordered, grid, { habits: { value: { unit: 1_000_000 } } }, world);
  expect(after.questions).toEqual([]);
  expect(previewRows(after, grid, world)[0]?.reading.values).toMatchObject({
    date: "2026-05-01",
    value: 1_250_000,
  });
});

test("a key given to another column leaves the one that had it, and answers before it stay", () => {
  const grid = sales(monthFirstDate(5), money());
  const ordered = amend(recognised(grid), grid, { habits: { date: {} } }, world);
  const after = amend(ordered, grid, { columns: new Map([[6, "value"]]) }, world);
  expect(keyAt(after, 5)).toBe(null);
  expect(keyAt(after, 6)).toBe("value");
  expect(after.questions).toEqual([]);
});

test("another header or record is recognised anew where people say so", () => {
  const grid = sales(date(3), money());
  const before = recognised(grid);
  const moved = amend(before, grid, { headerRow: 3 }, world);
  expect(moved.headerRows.at(-1)).toBe(3);
  expect(amend(moved, grid, { headerRow: 2 }, world)).toMatchObject({
    columns: before.columns,
    data: before.data,
  });
  const other = amend(before, grid, { record: "terminations" }, world);
  expect(other.record).toBe("terminations");
  expect(keyAt(other, 4)).toBe("customer");
});

function recognised(grid: SheetGrid): Proposal {
  const [proposal] = recogniseSheet(grid, world);
  if (!proposal) throw new Error("nothing was recognised");
  return proposal;
}

const keyAt = ({ columns }: Proposal, at: number) => columns.find((one) => one.column === at)?.key;

test("of two rows that name the columns, which one is the header is asked, and the lower one proposed", () => {
  const draft = createDraft("Visitas");
  putRow(draft, 0, 0, ["CONTROL DE VISITAS"]);
  putRow(draft, 1, 0, ["F. visita", "Cliente", "Tipo visita", "Mdo.", "Motivo", "Resultado"]);
  putRow(draft, 2, 0, ["Fecha visita", "Usuario", "Tipo de visita", "Mercado", "Motivo", "Resultado"]);
  for (let row = 3; row < 12; row += 1)
    putRow(draft, row, 0, [46_090, `Cliente ${row}`, "Potencial", "Regulado", "Aforo", "Interesado"]);
  const grid = toGrid(draft);
  const before = recognised(grid);
  expect(before.headerRows).toEqual([2]);
  expect(before.questions).toContainEqual({ about: "header", rows: [1, 2] });
  for (const row of [1, 2]) {
    const after = amend(before, grid, { headerRow: row }, world);
    expect(after.headerRows.at(-1)).toBe(row);
    expect(after.questions.filter(({ about }) => about === "header")).toEqual([]);
  }
});
