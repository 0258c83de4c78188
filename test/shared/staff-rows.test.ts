import { describe, expect, it } from "vitest";
import { checkRow } from "../../shared/model/check-row.ts";
import type { Column } from "../../shared/model/column.ts";
import { createDirectory } from "../../shared/model/directory.ts";
import { readRow, type CellRow } from "../../shared/model/read-row.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { opened } from "../workbench/xlsx/opened.ts";
import { workbookBytes, workbookTruth, type StaffWorkbook } from "../workbooks/staff-workbooks.ts";
import { testContext } from "./context.ts";

/** Nobody is known: the truth files do not match people to a list. */
const context = { ...testContext, people: createDirectory([]) };

const files: readonly (readonly [StaffWorkbook, string])[] = [
  ["a1-visitas-marzo", "visits"],
  ["a2-usuarios-base", "customers"],
  ["a4-propuestas-contratos", "proposals"],
  ["a5-pqr-segundo-semestre", "claims"],
  ["a6-ventas-no-regulado", "sales"],
];

/** The parts of a truth file that tell what each sampled row means. */
interface RowTruth {
  readonly row: number;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly errors: readonly { readonly column: string; readonly why: string }[];
}

describe.each(files)("the rows of %s, read by the definition of %s", (file, id) => {
  const sheet = sheets.find((candidate) => candidate.id === id) as Sheet;
  const truth = workbookTruth(file) as ReturnType<typeof workbookTruth> & {
    missingRequired?: readonly string[];
  };
  const keyByLabel = new Map(Object.entries(sheet.columns).map(([key, column]) => [column.label, key]));
  const isCompared = (column: Column) => column.kind.name !== "person" && !column.compute;

  it.each((truth.rows as unknown as RowTruth[]).map((sample) => [sample.row, sample] as const))(
    "row %i",
    async (row, sample) => {
      const cells = await cellsOf(row);
      const { values, unread, issues } = readRow(sheet, cells, context);
      for (const [label, told] of Object.entries(sample.values)) {
        const key = keyByLabel.get(label) ?? "";
        const column = sheet.columns[key];
        if (column && isCompared(column))
          expect([label, shown(column, values[key] ?? null)]).toEqual([label, told]);
      }
      const found = [...issues, ...checkRow(sheet, values, context, new Set(Object.keys(unread)))]
        .filter(
          ({ severity, column }) => severity === "error" && !truth.missingRequired?.includes(labelOf(column)),
        )
        .filter(({ code }) => code !== "unknown-person")
        .map(({ column, code }) => `${labelOf(column)}: ${code}`);
      // Whether a key stands twice is a matter of all rows.
      const ofRow = sample.errors.filter(({ why }) => why !== "duplicate");
      const told = ofRow.map(({ column, why }) => `${column}: ${why}`);
      expect(found.toSorted()).toEqual(told.toSorted());
    },
  );

  const labelOf = (key: string) => sheet.columns[key]?.label ?? key;

  const opening = opened(workbookBytes(file));

  async function cellsOf(row: number): Promise<CellRow> {
    const book = await opening;
    const columns = Object.entries(truth.columns).filter(([, label]) => label !== null);
    const entries = columns.map(([letter, label]) => {
      const cell = book.cell(truth.sheet, `${letter}${row}`);
      return [keyByLabel.get(label ?? "") ?? "", cell.v ?? ""] as const;
    });
    return Object.fromEntries(entries);
  }
});

/** Choices are told by their label, everything else by its canonical value. */
function shown(column: Column, value: string | number | null): string | number | null {
  return value !== null && column.kind.name === "choice" ? column.kind.display(value, context) : value;
}
