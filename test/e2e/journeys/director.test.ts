import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPersonWith } from "../../../server/demo/people.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { historySchema } from "../../../shared/contract/history.ts";
import type { DeskPage } from "../support/desk-page.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage, type PanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { signInToService, type ServiceClient } from "./service-client.ts";
import { columnCells, readTable } from "./sheet-table.ts";
import { watchPushes, type PushWatch } from "./traffic.ts";

const director = demoPersonWith("director");
const table = "VAD_budget";
const size = { width: 1280, height: 720 };
/** Months of the staff's matrix that hold a target: 8 lines, one month blank and one «por definir». */
const matrixTargets = 94;
const nextYear = Number(dayAt(new Date()).slice(0, 4)) + 1;

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "the director types two months' targets and syncs; a changed target is asked for its reason; so it goes in an own matrix",
  { timeout: patience },
  async () => {
    const { page, desks } = await workbench.open({ size });
    const desk = onlyDesk(desks);
    watchOver(page, "director");
    const pane = createPanePage(desk);
    const pushes = watchPushes(page);

    await pane.signIn(director);
    await keepPicture(page, "director-1-hoy");
    await pane.insertFormat("Presupuesto y metas");
    const empty = await readTable(desk, table);
    const typeTarget = async (row: number, month: string, users: number) => {
      await desk.act("type", empty.address(row, "Año"), String(nextYear));
      await desk.act("type", empty.address(row, "Mes"), month);
      await desk.act("type", empty.address(row, "Mercado"), "Regulado");
      await desk.act("type", empty.address(row, "Meta usuarios"), String(users));
    };
    await typeTarget(0, "Enero", 35);
    await typeTarget(1, "Febrero", 38);
    await pane.footSays("2 filas sin enviar");
    await pane.synchronise();
    await pane.footSays("Todo guardado");
    expect(pushes.take()).toHaveLength(2);
    const saved = await readTable(desk, table);
    expect(columnCells(saved, "Estado")).toEqual(["Sincronizada", "Sincronizada"]);
    expect(columnCells(saved, "Versión")).toEqual([1, 1]);
    await keepPicture(page, "director-2-dos-metas");

    await desk.act("type", saved.address(1, "Meta usuarios"), "44");
    await pane.footSays("1 fila sin enviar");
    await pane.synchronise();
    await pane.go("Revisar");
    const reason = pane.frame.getByRole("textbox", { name: "Motivo del ajuste" });
    await reason.waitFor();
    await keepPicture(page, "director-3-motivo");
    expect(columnCells(await readTable(desk, table), "Estado")).toEqual(["Sincronizada", "Con errores"]);

    await reason.fill("Se entrega una urbanización en febrero");
    await pane.press("Guardar motivo");
    await pane.footSays("Todo guardado");
    const adjusted = await readTable(desk, table);
    expect(columnCells(adjusted, "Versión")).toEqual([1, 2]);
    expect(columnCells(adjusted, "Meta usuarios")).toEqual([35, 44]);
    expect(columnCells(adjusted, "Estado")).toEqual(["Sincronizada", "Sincronizada"]);
    await keepPicture(page, "director-4-version-2");

    const id = String(columnCells(adjusted, "Referencia")[1]).slice(0, 32);
    const client = await signInToService(workbench.running.service, director);
    const { revisions } = await client.get(`/history/budget/${id}`, historySchema);
    expect(revisions.map(({ reason: why, after }) => [why, after["targetUsers"]])).toEqual([
      ["Se entrega una urbanización en febrero", 44],
      [null, 38],
    ]);
    await planWithMatrix({ page, desk, pane, pushes, client });
    await page.context().close();
  },
);

interface Sitting {
  readonly page: Page;
  readonly desk: DeskPage;
  readonly pane: PanePage;
  readonly pushes: PushWatch;
  readonly client: ServiceClient;
}

/** The director opens last year's budget, an own matrix with a line an advisor, and makes next year's of it. */
async function planWithMatrix({ page, desk, pane, pushes, client }: Sitting): Promise<void> {
  await desk.openWorkbook("a3-presupuesto-2026");
  await pane.footSays("Este libro aún no tiene formatos");
  await desk.act("type", "A1", `PRESUPUESTO COMERCIAL AÑO ${nextYear}`);
  const totals = await formulasOf(desk, "P5:P14");
  await pane.examineSheet();
  // The title says another year than the worksheet's name: that is for a person to tell.
  await pane.frame.getByRole("textbox", { name: "«Año»" }).fill(String(nextYear));
  await pane.press("Responder");
  await pane.says(`Año ${nextYear}`);
  await keepPicture(page, "director-5-matriz");
  await pane.linkSheet();
  await pane.footSays(`${matrixTargets + 1} filas sin enviar`);
  await desk.act("type", "D5", "22");
  pushes.take();
  await pane.synchronise();
  await pane.footSays("1 fila sin enviar");
  expect(pushes.take()).toHaveLength(matrixTargets);

  await desk.act("type", "D5", "24");
  await pane.go("Revisar");
  const reason = pane.frame.getByRole("textbox", { name: "Motivo del ajuste" });
  await reason.waitFor();
  await keepPicture(page, "director-6-motivo-de-la-matriz");
  await reason.fill("Zona nueva desde enero");
  await pane.press("Guardar motivo");
  await reason.waitFor({ state: "detached" });
  await pane.footSays("1 fila sin enviar");
  await keepPicture(page, "director-7-matriz-guardada");
  const [target] = pushes.take();
  const { revisions } = await client.get(`/history/budget/${target?.id}`, historySchema);
  const { year, month, market } = revisions.at(-1)?.after ?? {};
  expect({ year, month, market }).toEqual({ year: nextYear, month: 1, market: "regulated" });
  expect(revisions.map(({ reason: why, after }) => [why, after["targetUsers"]])).toEqual([
    ["Zona nueva desde enero", 24],
    [null, 22],
  ]);
  expect(await formulasOf(desk, "P5:P14")).toEqual(totals);
  expect(await desk.values("P5")).toEqual([[267]]);
}

async function formulasOf({ pane }: DeskPage, address: string): Promise<unknown[][]> {
  return pane.evaluate(
    (range) =>
      Excel.run(async (context) => {
        const found = context.workbook.worksheets.getActiveWorksheet().getRange(range);
        found.load({ formulas: true });
        await context.sync();
        return found.formulas as unknown[][];
      }),
    address,
  );
}
