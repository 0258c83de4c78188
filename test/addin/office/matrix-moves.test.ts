import fc from "fast-check";
import { expect, test } from "vitest";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { columnLetters } from "../../../shared/text/column-letters.ts";
import type { LinkRecord } from "../../../addin/excel/registry.ts";
import { recogniseSheet } from "../../../shared/recognition/recognise.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { budget } from "../../../shared/sheets/budget.ts";
import { today } from "./company.ts";
import { advisors } from "./matrix-company.ts";
import { openExcel, type SavableExcel } from "./saved-excel.ts";
import { staffFile } from "./staff-file.ts";

const people = createDirectory(advisors.map((name, at) => ({ id: `p${at}`, name, role: "advisor" })));
const context = { today, people, date1904: false };

type Act =
  | { readonly kind: "type"; readonly cell: number; readonly value: number }
  | { readonly kind: "rows" | "columns"; readonly at: number }
  | { readonly kind: "rename" };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("type" as const), cell: fc.nat(94), value: fc.nat(500) }),
    fc.record({ kind: fc.constantFrom("rows" as const, "columns" as const), at: fc.nat(14) }),
    fc.record({ kind: fc.constant("rename" as const) }),
  ),
  { minLength: 1, maxLength: 6 },
);

test("whatever is inserted, renamed or typed, each cell keeps its reference and each total its formula", async () => {
  const file = await staffFile("a3-presupuesto-2026");
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const excel = openExcel({}, file);
      try {
        await check(excel, done);
      } finally {
        excel.dispose();
      }
    }),
    { numRuns: 5 },
  );
}, 120_000);

/** Formulas of the staff: a total of each line, and of each month and the year two subtotals. */
const sums = 8 + 2 * 13;

interface Standing {
  readonly address: string;
  readonly worksheet: string;
}

async function check(excel: SavableExcel, done: readonly Act[]): Promise<void> {
  const read = await linked(excel);
  const expected = new Map((await read()).map(({ reference, value }) => [reference, value]));
  for (const act of done) {
    const standing = await read();
    const cell = standing[act.kind === "type" ? act.cell : 0];
    if (!cell) continue;
    if (act.kind === "type") expected.set(cell.reference, act.value);
    carryOut(excel, act, cell);
    await excel.host.settled();
  }
  const standing = await read();
  expect(new Map(standing.map(({ reference, value }) => [reference, value]))).toEqual(expected);
  expect(await totals(excel)).toBe(sums);
}

/** Links the matrix and gives each record a reference; gives what reads them. */
async function linked(excel: SavableExcel) {
  const workbook = createWorkbook(excel);
  const { grid, worksheetId } = await workbook.readActiveSheet();
  const [proposal] = grid ? recogniseSheet(grid, { sheets: [budget], context }) : [];
  if (!grid || proposal?.layout !== "matrix") throw new Error("no matrix was recognised");
  const request = { id: "ab".repeat(16), sheet: budget, worksheetId, proposal, grid };
  const link: LinkRecord = await workbook.command((editor) => editor.linkMatrix(request, "libro"));
  const named = await workbook.command(async (editor) => {
    const { rows } = await editor.read(budget, link, context);
    const writes = rows.map(({ position, reference }) => ({
      position,
      expects: reference,
      reference: `r${position}`,
    }));
    return editor.write(budget, link, writes);
  });
  expect(named).toEqual([]);
  return () =>
    workbook.background(async (editor) => {
      const { rows, shape } = await editor.read(budget, link, context);
      return rows.map(({ reference, cells, position }) => {
        const { row, column } = shape?.matrix?.places.get(position)?.cell ?? { row: 0, column: 0 };
        const value = cells["targetUsers"] ?? cells["targetSales"];
        const worksheet = shape?.worksheet ?? "";
        return { reference, value, worksheet, address: `${columnLetters(column)}${row + 1}` };
      });
    });
}

function carryOut({ host: { user } }: SavableExcel, act: Act, { address, worksheet }: Standing): void {
  if (act.kind === "type") user.type(address, act.value);
  else if (act.kind === "rows") user.insertRows(`${act.at + 1}:${act.at + 1}`);
  else if (act.kind === "columns") user.insertColumns(`${columnLetters(act.at)}:${columnLetters(act.at)}`);
  else user.renameSheet(worksheet, `${worksheet} b`);
}

async function totals(excel: SavableExcel): Promise<number> {
  return excel.Excel.run(async (run) => {
    const used = run.workbook.worksheets.getFirst().getUsedRange().load({ formulas: true });
    await run.sync();
    return used.formulas.flat().filter((cell) => String(cell).startsWith("=SUM(")).length;
  });
}
