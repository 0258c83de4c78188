import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPersonWith } from "../../../server/demo/people.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { historySchema } from "../../../shared/contract.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { signInToService } from "./service-client.ts";
import { columnCells, readTable } from "./sheet-table.ts";
import { watchPushes } from "./traffic.ts";

const director = demoPersonWith("director");
const table = "VAD_budget";
const size = { width: 1700, height: 900 };
const nextYear = Number(dayAt(new Date()).slice(0, 4)) + 1;

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "the director types two months' targets and syncs; a changed target is asked for its reason",
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
    await page.context().close();
  },
);
