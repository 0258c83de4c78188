import { afterAll, beforeAll, expect, test } from "vitest";
import { demoAdvisors } from "../../../server/demo/people.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { columnOf } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { visitsToBlock } from "../../bench/typed-visits.ts";
import { exifBlock, jpegPhoto } from "../../shared/attachments/samples.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage, type PanePage } from "./pane-page.ts";
import { pastedVisits, type Mistake } from "./pasted-visits.ts";
import { expectPainted, keepPicture, watchOver } from "./picture.ts";
import { columnCells, readTable, type SheetTable } from "./sheet-table.ts";
import { watchPushes } from "./traffic.ts";

const [advisor] = demoAdvisors;
const table = "VAD_visits";
/** The fill of a wrong cell (addin/excel/style.ts). */
const wrong = "#FDE2E2";

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "an advisor pastes 200 visits, mends the seven that are wrong, and later sends one row alone",
  { timeout: patience },
  async () => {
    if (!advisor) throw new Error("there is no advisor");
    const { page, desks } = await workbench.open({ size: { width: 1280, height: 720 } });
    const desk = onlyDesk(desks);
    watchOver(page, "advisor");
    const pane = createPanePage(desk);
    const pushes = watchPushes(page);
    const { rows, mistakes } = pastedVisits(advisor.name, 200, dayAt(new Date()));
    await pane.signIn(advisor);
    await pane.insertFormat(visits.label);
    const empty = await readTable(desk, table);
    await desk.act("paste", empty.address(0, visits.columns.plannedOn.label), toCells(rows));
    await pane.footSays("200 filas sin enviar");

    await pane.go("Hojas");
    await pane.press("Validar");
    await pane.says("7 celdas por corregir");
    const marked = await readTable(desk, table);
    expect(marked.rows).toHaveLength(200);
    expect(marksOf(marked)).toEqual(mistakes.map(({ row, column }) => [row, `|${labelOf(column)}|`]));
    for (const mistake of mistakes) {
      const place = `Fila ${marked.rows[mistake.row]?.number} · ${labelOf(mistake.column)}`;
      await pane.frame.getByRole("button", { name: `Ir a la celda: ${place}` }).click();
      await expectPainted(page, desk, marked.address(mistake.row, labelOf(mistake.column)), wrong);
      if (mistake === mistakes[0]) await keepPicture(page, "advisor-1-siete-errores");
      await mend(mistake, marked);
    }
    await pane.says("Nada por revisar");
    await pane.synchronise();
    await pane.footSays("Todo guardado");
    expect(pushes.take()).toHaveLength(200);
    const saved = await readTable(desk, table);
    expect(new Set(columnCells(saved, "Estado"))).toEqual(new Set(["Sincronizada"]));
    await keepPicture(page, "advisor-2-guardadas");

    await desk.act("select", saved.address(0, visits.columns.customer.label));
    await attachPhoto(pane);
    await keepPicture(page, "advisor-4-evidencia");
    await pane.press("Cerrar");

    const [another = {}] = rows;
    const added = { ...another, customer: "Aserradero El Ultimo Tablón" };
    await desk.act("paste", empty.address(200, visits.columns.plannedOn.label), toCells([added]));
    await desk.act("sort", table, visits.columns.customer.label);
    await desk.act("filter", table, visits.columns.outcome.label, ["Interesado", "Ausente"]);
    await pane.footSays("1 fila sin enviar");
    await keepPicture(page, "advisor-3-ordenada-y-filtrada");
    await pane.synchronise();
    await pane.footSays("Todo guardado");
    expect(pushes.take().map(({ values }) => values["customer"])).toEqual([added.customer]);

    await desk.act("clearFilter", table);
    const last = await readTable(desk, table);
    expect(last.rows).toHaveLength(201);
    expect(new Set(columnCells(last, "Estado"))).toEqual(new Set(["Sincronizada"]));
    const names = columnCells(last, visits.columns.customer.label).map(String);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "es")));
    await page.context().close();

    async function mend({ row, column, mended }: Mistake, { address }: SheetTable): Promise<void> {
      await desk.act("type", address(row, labelOf(column)), mended);
    }
  },
);

/** A photo that says where it was taken, attached without that, and looked at as the service gives it. */
async function attachPhoto({ frame, go, press }: PanePage): Promise<void> {
  await go("Revisar");
  const buffer = Buffer.from(jpegPhoto({ exif: exifBlock() }));
  const photo = { name: "fachada.jpg", mimeType: "image/jpeg", buffer };
  await frame.getByLabel("Adjuntar foto o documento").setInputFiles(photo);
  await press("Guardar sin el lugar");
  await press("Ver fachada.jpg");
  const shown = frame.getByRole("dialog").getByRole("img", { name: "fachada.jpg" });
  // Turned by a quarter, as the photo says.
  await expect
    .poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(6);
}

const labelOf = (column: string): string => columnOf(visits, column).label;

const toCells = (rows: Parameters<typeof visitsToBlock>[0]): string[][] =>
  visitsToBlock(rows).map((row) => [...row]);

/** Place and marks of the rows that have any. */
const marksOf = (read: SheetTable): readonly (readonly [number, string])[] =>
  columnCells(read, "Marcas").flatMap((marks, row) => (marks === "" ? [] : [[row, String(marks)] as const]));
