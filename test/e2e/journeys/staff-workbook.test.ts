import { afterAll, beforeAll, expect, test } from "vitest";
import { demoAdvisors } from "../../../server/demo/people.ts";
import { meSchema } from "../../../shared/contract.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { typedColumns } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { allRows, signInToService } from "./service-client.ts";
import { columnCells, readTable, type SheetTable } from "./sheet-table.ts";
import { copyStaffVisits, readStaffSheet, staffColumns, staffVisits, staffWorkbook } from "./staff-visits.ts";
import { watchPushes } from "./traffic.ts";

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
  "visits copied out of the staff's own sheet: the good ones are saved, the wrong ones stay marked, none is lost",
  { timeout: patience },
  async () => {
    if (!advisor) throw new Error("there is no advisor");
    const { page, desks } = await workbench.open({
      workbooks: [staffWorkbook],
      size: { width: 1700, height: 900 },
    });
    const desk = onlyDesk(desks);
    watchOver(page, "staff");
    expect(await desk.frame.locator("#workbook option:checked").textContent()).toBe("Visitas de marzo");
    const pane = createPanePage(desk);
    const pushes = watchPushes(page);
    const theirs = await readStaffSheet(desk);
    await keepPicture(page, "staff-1-libro");
    await pane.signIn(advisor);
    await pane.insertFormat(visits.label);
    await copyStaffVisits(desk, await readTable(desk, table));
    await pane.footSays(`${staffVisits.records} filas sin enviar`);
    const copied = await readTable(desk, table);
    expect(copied.rows).toHaveLength(staffVisits.lines);
    await pane.go("Hojas");
    await pane.press("Validar");
    await pane.says(/celdas por corregir/u);
    await keepPicture(page, "staff-2-copiadas");

    // Who is meant by «D. Benítez» is asked; whose visits they are from now on is for the person to type.
    const short = columnCells(copied, "Asesor")
      .map(String)
      .filter((name) => /^\w\. /u.test(name));
    for (const name of new Set(short)) await pane.press(`en lugar de «${name}»`);
    await expect.poll(async () => shortNames(await readTable(desk, table)), { timeout: 60_000 }).toBe(0);
    const mine = columnCells(copied, "Asesor").map((name) => [
      String(name).trim() === "" ? "" : advisor.name,
    ]);
    await desk.act("paste", copied.address(0, "Asesor"), mine);
    await pane.says(`${staffVisits.errors} celdas por corregir`);
    await pane.go("Hojas");
    await pane.press("Validar");
    await pane.says(`${staffVisits.errors} celdas por corregir`);
    const marked = await readTable(desk, table);
    expect(marksOf(marked)).toEqual(
      wrongSamples.map(({ place, errors }) => [place, errors.map(({ column }) => column).toSorted()]),
    );

    await pane.synchronise();
    await pane.footSays(`${wrongSamples.length} filas sin enviar`);
    await keepPicture(page, "staff-3-sincronizadas");
    expect(pushes.take()).toHaveLength(good);
    const after = await readTable(desk, table);
    expect(marksOf(after)).toEqual(marksOf(marked));
    const statuses = columnCells(after, "Estado").map(String);
    expect(statuses.filter((status) => status === "Sincronizada")).toHaveLength(good);
    expect(statuses.flatMap((status, place) => (status === "Con errores" ? [place] : []))).toEqual(
      wrongSamples.map(({ place }) => place),
    );
    for (const { place } of wrongSamples) expect(typedIn(after, place)).toEqual(typedIn(marked, place));
    expect(await readStaffSheet(desk)).toEqual(theirs);
    await expectSaved(after);
    await page.context().close();
  },
);

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

const shortNames = (read: SheetTable): number =>
  columnCells(read, "Asesor").filter((name) => /^\w\. /u.test(String(name))).length;

/** Place and marked columns of the rows that have marks. */
const marksOf = (read: SheetTable) =>
  columnCells(read, "Marcas").flatMap((marks, place) =>
    marks === "" ? [] : [[place, String(marks).split("|").filter(Boolean).toSorted()] as const],
  );

/** The cells of a row that came from the staff's sheet. */
const typedIn = ({ rows }: SheetTable, place: number) =>
  staffColumns.map(([, label]) => rows[place]?.cells[label]);
