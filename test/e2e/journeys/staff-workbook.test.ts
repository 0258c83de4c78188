import { afterAll, beforeAll, expect, test } from "vitest";
import { demoAdvisors } from "../../../server/demo/people.ts";
import { meSchema } from "../../../shared/contract.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { typedColumns } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { DeskPage } from "../support/desk-page.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { allRows, signInToService } from "./service-client.ts";
import { columnCells, readTable, type SheetTable } from "./sheet-table.ts";
import { staffVisits, staffWorkbook } from "./staff-visits.ts";
import { watchPushes } from "./traffic.ts";
import { workbookFacts } from "./workbook-facts.ts";

const [advisor] = demoAdvisors;
const table = "VAD_visits";
const wrongSamples = staffVisits.samples.filter(({ errors }) => errors.length > 0);
const good = staffVisits.records - wrongSamples.length;

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "visits are linked in the staff's own sheet: what is right is saved, what is wrong stays marked, the sheet stays theirs",
  { timeout: patience },
  async () => {
    if (!advisor) throw new Error("there is no advisor");
    const { page, desks } = await workbench.open({
      workbooks: [staffWorkbook],
      size: { width: 1200, height: 700 },
    });
    const desk = onlyDesk(desks);
    watchOver(page, "staff");
    const pane = createPanePage(desk);
    const pushes = watchPushes(page);
    const theirs = await workbookFacts(desk);
    await pane.signIn(advisor);
    await pane.examineSheet();
    await keepPicture(page, "staff-1-propuesta");
    expect(await workbookFacts(desk)).toEqual(theirs);
    await pane.linkSheet();
    const linked = await readTable(desk, table);
    expect(linked.rows).toHaveLength(staffVisits.lines);

    await pane.go("Revisar");
    await pane.press(/^Reparar \d+ seguras$/u);
    await pane.says(/^Se repararon \d+ celdas/u);
    await keepPicture(page, "staff-2-reparadas");
    // Who is meant by «D. Benítez» is asked; whose visits they are from now on is for the person to type.
    await pane.press("Usar Dairo Benítez Buelvas en lugar de «D. Benítez»");
    await expect.poll(() => cellsSaying(desk, "D. Benítez"), { timeout: 60_000 }).toBe(0);
    await typeOwnName(desk, linked);
    await pane.says(`${staffVisits.errors} celdas por corregir`);
    await pane.synchronise();
    await pane.footSays(`${wrongSamples.length} filas sin enviar`);
    await keepPicture(page, "staff-3-sincronizadas");
    expect(pushes.take()).toHaveLength(good);
    const after = await readTable(desk, table);
    expect(marksOf(after)).toEqual(
      wrongSamples.map(({ place, errors }) => [place, errors.map(({ column }) => column).toSorted()]),
    );
    const statuses = columnCells(after, "Estado").map(String);
    expect(statuses.filter((status) => status === "Sincronizada")).toHaveLength(good);
    expect(statuses.flatMap((status, place) => (status === "Con errores" ? [place] : []))).toEqual(
      wrongSamples.map(({ place }) => place),
    );
    await expectSaved(after);

    await pane.putBack(visits.label);
    await keepPicture(page, "staff-4-como-estaba");
    expect(ownPart(await workbookFacts(desk))).toEqual(ownPart(theirs));
    await page.context().close();
  },
);

/** The advisor says that all these visits are theirs. */
async function typeOwnName(desk: DeskPage, { headers, rows, address }: SheetTable): Promise<void> {
  const header = headers.find((name) => name.trim() === "Comercial") ?? "";
  const names = rows.map(({ cells }) => [String(cells[header]).trim() === "" ? "" : (advisor?.name ?? "")]);
  await desk.act("paste", address(0, header), names);
}

async function cellsSaying(desk: DeskPage, text: string): Promise<number> {
  const { rows } = await readTable(desk, table);
  return rows.flatMap(({ cells }) => Object.values(cells)).filter((cell) => cell === text).length;
}

/** All of the workbook but what the visits say. */
function ownPart({ sheets, ...rest }: Awaited<ReturnType<typeof workbookFacts>>) {
  return {
    ...rest,
    sheets: sheets.map(({ cells, ...sheet }) => ({
      ...sheet,
      cells: Object.fromEntries(Object.entries(cells).filter(([place]) => !isField(place))),
    })),
  };
}

function isField(place: string): boolean {
  const [row = 0, column = 0] = place.split(",").map(Number);
  return staffVisits.isField(row, column);
}

/** What the service has of the rows that are right is what the sheet meant. */
async function expectSaved(saved: SheetTable): Promise<void> {
  if (!advisor) throw new Error("there is no advisor");
  const client = await signInToService(workbench.running.service, advisor);
  const { people } = await client.get("/me", meSchema);
  const rows = await allRows(client, visits.id);
  const context = { today: staffVisits.today, people: createDirectory(people), date1904: false };
  const references = columnCells(saved, "Referencia").map((reference) => String(reference).slice(0, 32));
  for (const { place, values, errors } of staffVisits.samples) {
    if (errors.length > 0) continue;
    const row = rows.get(references[place] ?? "") ?? {};
    const kept = typedColumns(visits).map(([key, { label, kind }]) => {
      const value = row[key] ?? null;
      const isNamed = value !== null && ["choice", "person"].includes(kind.name);
      return [label, isNamed ? kind.display(value, context) : value] as const;
    });
    expect(Object.fromEntries(kept)).toMatchObject({ ...values, Asesor: advisor.name });
  }
}

/** How many columns the add-in sets before the staff's. */
const controls = 3;

/** The record's name of a column that the staff call otherwise. */
const labelOf = ({ headers }: SheetTable, header: string): string =>
  staffVisits.labels.get(headers.indexOf(header) - controls) ?? header;

/** Place and marked columns of the rows that have marks. */
const marksOf = (read: SheetTable) =>
  columnCells(read, "Marcas").flatMap((marks, place) => {
    const marked = String(marks).split("|").filter(Boolean);
    return marked.length === 0 ? [] : [[place, marked.map((one) => labelOf(read, one)).toSorted()] as const];
  });
