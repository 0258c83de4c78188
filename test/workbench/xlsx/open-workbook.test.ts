import { describe, expect, test } from "vitest";
import type { StaffWorkbook, Truth } from "../../workbooks/staff-workbooks.ts";
import { staffWorkbooks, workbookBytes, workbookTruth } from "../../workbooks/staff-workbooks.ts";
import { columnIndex } from "./address.ts";
import { openWorkbook } from "./open-workbook.ts";
import type { Opened } from "./opened.ts";
import { opened, serialToIso } from "./opened.ts";

/** Columns whose truth is the text as typed: what the others mean is the recogniser's business, not the reader's. */
const plainText = new Set([
  "Asesor",
  "Barrio",
  "Causal",
  "Consecutivo",
  "Contrato",
  "Contrato No.",
  "Correo",
  "Descripción",
  "Dirección",
  "Documento soporte",
  "Nombre o razón social",
  "Observaciones",
  "Próxima acción",
  "Recibido por",
  "Servicio",
  "Usuario",
]);

describe.each(staffWorkbooks)("%s", (name) => {
  test("has the values that its truth file tells", async () => {
    const truth = workbookTruth(name);
    const book = await opened(workbookBytes(name));
    const facts = truth.rows.flatMap((sample) => factsOf(truth, sample, book));
    expect(facts.length).toBeGreaterThan(20);
    expect(facts.map(({ place, read }) => ({ place, read }))).toEqual(
      facts.map(({ place, told }) => ({ place, read: told })),
    );
  });

  test("has its sheets, with their rows, columns and tables hidden and named as told", async () => {
    const truth = workbookTruth(name);
    const book = await opened(workbookBytes(name));
    const names = book.workbook.sheetOrder.map((id) => book.workbook.sheets[id]?.name);
    expect(names).toEqual(expect.arrayContaining([truth.sheet, ...(truth.noRecordSheets ?? [])]));
    expect(hiddenRows(book, truth.sheet)).toEqual(truth.hiddenRows ?? []);
    expect(hiddenColumns(book, truth.sheet)).toEqual((truth.hiddenColumns ?? []).map(columnIndex));
    const tables = Object.values(book.resources.tables).flatMap((share) =>
      share.tables.map((table) => table.name),
    );
    expect(tables).toEqual(truth.table ? [truth.table] : []);
  });
});

describe("the workbook of claims", () => {
  const file: StaffWorkbook = "a5-pqr-segundo-semestre";

  test("keeps the filter and what it hides, so that clearing it shows the rows", async () => {
    const { resources, sheet } = await opened(workbookBytes(file));
    const filter = resources.filters["sheet-1"];
    expect(filter?.filterColumns).toEqual([
      { colId: 3, filters: { filters: ["Reclamo", "RECLAMO", "Recurso"] } },
    ]);
    expect(filter?.cachedFilteredOut).toHaveLength(30);
    expect(Object.values(sheet("PQR").rowData ?? {}).filter((row) => row?.hd === 1)).toEqual([]);
  });

  test("keeps formulas with their last value, errors included", async () => {
    const { cell } = await opened(workbookBytes(file));
    expect(cell("PQR", "I6")).toMatchObject({ f: "=WORKDAY(B6,15,Festivos!$A$2:$A$22)", v: 46_237, t: 2 });
    expect(cell("PQR", "O7")).toMatchObject({ f: "=VLOOKUP(E7,Listas!$A$2:$B$8,2,FALSE)", v: "#N/A" });
  });

  test("keeps validations and conditional formats", async () => {
    const { resources } = await opened(workbookBytes(file));
    expect(resources.validations["sheet-1"]?.map(({ type, formula1 }) => [type, formula1])).toEqual([
      ["date", "46023"],
      ["list", "=Listas!$D$2:$D$5"],
      ["list", "SI,NO"],
      ["list", "=Listas!$E$2:$E$4"],
    ]);
    expect(resources.conditionalFormats["sheet-1"]?.map(({ rule }) => rule)).toMatchObject([
      {
        subType: "number",
        operator: "lessThan",
        value: 0,
        style: { bg: { rgb: "#FFC7CE" }, cl: { rgb: "#9C0006" } },
      },
      { subType: "number", operator: "between", value: [0, 3], style: { bg: { rgb: "#FFEB9C" } } },
      { subType: "formula", value: '=$K5<>""', style: { cl: { rgb: "#7F7F7F" } } },
    ]);
  });

  test("keeps the frozen panes and the merged title", async () => {
    const { sheet } = await opened(workbookBytes(file));
    expect(sheet("PQR").freeze).toEqual({ xSplit: 1, ySplit: 4, startRow: 4, startColumn: 1 });
    expect(sheet("PQR").mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 16 }]);
  });
});

test("digits that are text stay text", async () => {
  const { cell } = await opened(workbookBytes("a2-usuarios-base"));
  expect(cell("BASE", "M6")).toMatchObject({ v: "3235556296", t: 4 });
  expect(cell("BASE", "N6")).toMatchObject({ v: "contacto2@totuma.example", t: 1 });
});

test.each([
  ["nothing", new Uint8Array()],
  ["an old .xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
])("%s is no workbook, and the answer says so", async (_, bytes) => {
  expect(await openWorkbook(bytes, "Libro")).toEqual({ problem: "not-xlsx" });
});

function factsOf(truth: Truth, { row, column, values }: Truth["rows"][number], book: Opened) {
  return Object.entries(values).flatMap(([field, told]) => {
    const letter = truth.layout === "matrix" ? matrixColumn(truth, field, column) : columnOf(truth, field);
    if (letter === undefined) return [];
    const { v } = book.cell(truth.sheet, `${letter}${row}`);
    const read = canonical(v, told, field);
    return read === undefined ? [] : [{ place: `${letter}${row} ${field}`, told, read }];
  });
}

function columnOf(truth: Truth, field: string): string | undefined {
  return Object.keys(truth.columns).find((letter) => truth.columns[letter] === field);
}

/** In a matrix the month's cell holds the target; the market is a merged cell beside it. */
function matrixColumn(truth: Truth, field: string, column: string | undefined): string | undefined {
  return field.startsWith("Meta") ? column : field === "Asesor" ? columnOf(truth, field) : undefined;
}

/** What a cell says where the reader alone can tell: days, numbers, empty cells and texts; undefined elsewhere. */
function canonical(value: unknown, told: string | number | null, field: string): unknown {
  if (told === null) return value === undefined || value === "" ? null : undefined;
  if (typeof value === "number" && typeof told === "string" && /^\d{4}-\d\d-\d\d$/.test(told))
    return serialToIso(value);
  if (typeof value === "number" && typeof told === "number") return value;
  if (typeof value === "string" && plainText.has(field)) return value.trim().replace(/\s+/g, " ");
  return undefined;
}

function hiddenRows({ workbook, resources, sheet }: Opened, name: string): number[] {
  const filtered = resources.filters[workbook.sheetOrder[0] ?? ""]?.cachedFilteredOut ?? [];
  const hidden = Object.entries(sheet(name).rowData ?? {}).flatMap(([row, { hd }]) =>
    hd ? [Number(row)] : [],
  );
  return [...filtered, ...hidden].map((row) => row + 1).toSorted((one, other) => one - other);
}

function hiddenColumns({ sheet }: Opened, name: string): number[] {
  return Object.entries(sheet(name).columnData ?? {}).flatMap(([column, { hd }]) =>
    hd ? [Number(column)] : [],
  );
}
