import { afterEach, expect, test } from "vitest";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { planLink } from "../../../addin/excel/plan-link.ts";
import { apartReferences, recognise, settled } from "../../../addin/sync/examine.ts";
import { readLinkState, unreadState } from "../../../addin/sync/link-state.ts";
import { newId } from "../../../addin/sync/reference.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { readProposal } from "../../../shared/recognition/read-proposal.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { workbookTruth, type StaffWorkbook } from "../../workbooks/staff-workbooks.ts";
import { openExcel, type SavableExcel } from "./saved-excel.ts";
import { factsOf } from "./sheet-facts.ts";
import { staffFile } from "./staff-file.ts";

const lists = [
  "a1-visitas-marzo",
  "a2-usuarios-base",
  "a4-propuestas-contratos",
  "a5-pqr-segundo-semestre",
  "a6-ventas-no-regulado",
] as const satisfies readonly StaffWorkbook[];

const person = { id: "d1", role: "director" } as const;
const context = { today: "2026-06-10", people: createDirectory([]), date1904: false };
const world = { sheets, context };
const reader = { person, context };

const opened: SavableExcel[] = [];
afterEach(() => {
  for (const excel of opened.splice(0)) excel.dispose();
});

/** A workbook of the staff, and what the worksheet on top is taken for. */
async function openStaffs(name: StaffWorkbook) {
  const excel = openExcel({}, await staffFile(name));
  opened.push(excel);
  const workbook = createWorkbook(excel);
  const reading = await workbook.readActiveSheet();
  const [found] = recognise(reading, world, { tables: new Set(), matrices: [] }).proposals;
  const { grid } = reading;
  const sheet = sheets.find(({ id }) => id === found?.record);
  if (!found || found.layout !== "list" || !grid || !sheet)
    throw new Error(`${name}: no list was recognised`);
  const proposal = settled(found);
  const plan = planLink(proposal, grid);
  const apart = apartReferences(proposal, grid, plan);
  const { worksheetId } = reading;
  const request = { id: newId(), sheet, worksheetId, proposal, grid, plan, apart };
  return { excel, workbook, request };
}

test.each(lists)(
  "%s, linked, says what the proposal said with all of the staff's as it was; put back, it is what it was",
  async (name) => {
    const { excel, workbook, request } = await openStaffs(name);
    const { sheet, proposal, grid, plan } = request;
    const proposed = readProposal(proposal, grid, world);
    const before = factsOf(excel);
    const state = await workbook.command(async (editor) => {
      const link = await editor.link(request, "libro");
      return readLinkState(editor, unreadState(link, sheet), reader);
    });
    const rows = state.rows.map(({ position, reading }) => [
      plan.area.top + 1 + position,
      reading.values,
      reading.unread,
    ]);
    const linked = new Set([...(state.shape?.columns.keys() ?? []), ...Object.keys(proposal.context)]);
    const expected = proposed.map(({ row, reading }) => [
      row,
      only(reading.values, linked),
      only(reading.unread, linked),
    ]);
    expect(rows).toEqual(expected);
    expect(rows).toHaveLength(workbookTruth(name).records);
    expect(state.troubles).toEqual([]);
    const after = await workbook.readActiveSheet();
    expect(staffsCells(after.grid, plan.area.left)).toEqual(expectedCells(request));

    await workbook.putBack(state.link);
    await excel.host.settled();
    expect(factsOf(excel)).toEqual(before);
    expect((await workbook.open("otro")).registry.links).toEqual([]);
  },
);

const only = <T>(values: Readonly<Record<string, T>>, keys: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));

type Request = Awaited<ReturnType<typeof openStaffs>>["request"];
type Grid = Request["grid"] | null;

/** What the staff's own columns hold, formulas included, as if the control columns were not there. */
function staffsCells(grid: Grid, left: number): readonly (readonly unknown[])[] {
  const cells = grid?.cells ?? [];
  return cells.map((line, row) =>
    line
      .map((cell, column) => (grid?.formulaAt(row, column) === undefined ? cell : "="))
      .filter((_, column) => column < left || column >= left + 3),
  );
}

function expectedCells({ grid, plan }: Request): readonly (readonly unknown[])[] {
  const written = new Map(plan.writes.map(({ row, column, becomes }) => [`${row},${column}`, becomes]));
  return grid.cells.map((line, row) =>
    line.map(
      (cell, column) =>
        written.get(`${row},${column}`) ?? (grid.formulaAt(row, column) === undefined ? cell : "="),
    ),
  );
}
