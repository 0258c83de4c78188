import fc from "fast-check";
import { expect, test } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import { recogniseSheet } from "../../../shared/recognition/recognise.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { code, column, date, firm, market, meaning, money, person, words } from "./staff-cells.ts";
import { createDraft, putRow, putTable, toGrid, type StaffColumn } from "./staff-sheet.ts";

const world = { sheets, context: { today: "2026-11-24", people: createDirectory([]), date1904: false } };

const sales: readonly StaffColumn[] = [
  column("Fecha factura", "date", date(3)),
  column("Número de contrato", "contract", code("MNR")),
  column("Razón social", "customer", firm),
  column("Documento soporte", "document", code("FE")),
  column("Tipo", "kind", meaning(["Venta", "Venta"], ["Nota crédito", "Nota crédito"])),
  column("Valor", "value", money()),
  column("Asesor", "advisor", person),
  column("Servicio prestado", "service", words("Barrido", "Poda")),
];
const visits: readonly StaffColumn[] = [
  column("Fecha programada", "plannedOn", date(3)),
  column("Fecha visita", "visitedOn", date(4)),
  column("Asesor comercial", "advisor", person),
  column("Cliente", "customer", firm),
  column("Tipo de visita", "visitType", meaning(["Actual", "Actual"], ["Potencial", "Potencial"])),
  column("Mercado", "market", market),
  column("Motivo", "purpose", meaning(["Aforo", "Aforo"], ["Campaña", "Campaña"])),
  column("Próxima acción", "nextStep", words("Llamar", "Volver")),
];
const own: readonly StaffColumn[] = [
  column("Kilometraje", null, (n) => ({ cell: 10 + n })),
  column("Zona", null, words("Norte", "Sur")),
  column("Hora de salida", null, words("8:00", "9:15")),
  column("", null, () => ({ cell: "" })),
];

const disguises: readonly ((header: string) => string)[] = [
  (header) => header,
  (header) => header.toUpperCase(),
  (header) => header.normalize("NFD").replace(/\p{Mn}/gu, ""),
  (header) => ` ${header.toLowerCase()}  `,
  (header) => header.replace(" ", "\n"),
];

const layouts = fc.record({
  columns: fc
    .constantFrom(sales, visits)
    .chain((ours) => fc.shuffledSubarray([...ours, ...own], { minLength: ours.length + own.length })),
  disguise: fc.constantFrom(...disguises),
  titles: fc.nat(6),
  left: fc.nat(3),
});

test("does not depend on the order of columns, accents, case, columns of the staff's own or titles above", () => {
  fc.assert(
    fc.property(layouts, ({ columns, disguise, titles, left }) => {
      const draft = createDraft("Hoja1");
      for (let row = 0; row < titles; row += 1) putRow(draft, row, left, [`Control ${row}`]);
      const disguised = columns.map((one) => ({ ...one, header: disguise(one.header) }));
      putTable(draft, { record: "", row: titles + 1, left, records: 6, columns: disguised });
      const [proposal, ...others] = recogniseSheet(toGrid(draft), world);
      expect(others).toEqual([]);
      expect(proposal?.record).toBe(columns.some(({ header }) => header === "Valor") ? "sales" : "visits");
      expect(keysOf(proposal)).toEqual(columns.flatMap(({ label }) => label ?? []));
      expect(proposal?.data).toMatchObject({ top: titles + 2, bottom: titles + 7 });
    }),
    { numRuns: 30 },
  );
});

function keysOf(proposal: Proposal | undefined): readonly string[] {
  return (proposal?.columns ?? []).flatMap(({ key, asked }) =>
    key === null ? [] : [asked ? `${key}?` : key],
  );
}
