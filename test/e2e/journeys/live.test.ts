import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPersonWith } from "../../../server/demo/people.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { patience, twoDesks } from "./desks.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { columnCells, readTable } from "./sheet-table.ts";

const table = "VAD_budget";
const nextYear = Number(dayAt(new Date()).slice(0, 4)) + 1;

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "what one person sends is told at the other's desk as it happens, and brought by one act",
  { timeout: patience },
  async () => {
    const { page, desks } = await workbench.open({
      workbooks: ["libro-vacio", "libro-vacio"],
      size: { width: 1_900, height: 720 },
    });
    const [direction, office] = twoDesks(desks);
    watchOver(page, "live");
    const [theirs, pane] = [createPanePage(direction), createPanePage(office)];
    await theirs.signIn(demoPersonWith("director"));
    await theirs.insertFormat("Presupuesto y metas");
    await pane.signIn(demoPersonWith("quality"));
    await pane.insertFormat("Presupuesto y metas", "Todas");
    const before = columnCells(await readTable(office, table), "Meta usuarios");
    await pane.footSays("Todo guardado");

    const empty = await readTable(direction, table);
    const target = { Año: String(nextYear), Mes: "Enero", Mercado: "Regulado", "Meta usuarios": "35" };
    for (const [header, text] of Object.entries(target))
      await direction.act("type", empty.address(0, header), text);
    await theirs.footSays("1 fila sin enviar");
    await theirs.synchronise();
    await pane.footSays("1 fila por traer");
    await keepPicture(page, "live-1-por-traer");
    await pane.press("Traer cambios");
    await pane.footSays("Todo guardado");
    expect(columnCells(await readTable(office, table), "Meta usuarios")).toEqual([...before, 35]);
    await keepPicture(page, "live-2-traida");
    await page.context().close();
  },
);
