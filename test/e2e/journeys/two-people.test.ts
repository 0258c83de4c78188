import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPersonWith } from "../../../server/demo/people.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import type { DeskPage } from "../support/desk-page.ts";
import { patience, twoDesks } from "./desks.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { readTable } from "./sheet-table.ts";

const table = "VAD_proposals";
const record = "Control entrega de propuestas y contratos";
const number = "PR-DOS-PERSONAS";
const value = "Valor mensual COP";

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

/** A cell of the proposal that both look at: where it stands, and what it holds. */
async function cellOf(desk: DeskPage, header: string) {
  const sheet = await readTable(desk, table);
  const row = sheet.rows.findIndex(({ cells }) => cells["Consecutivo"] === number);
  return { address: sheet.address(Math.max(row, 0), header), holds: sheet.rows[row]?.cells[header] };
}

async function write(desk: DeskPage, header: string, text: string): Promise<void> {
  await desk.act("type", (await cellOf(desk, header)).address, text);
}

test(
  "two people decide a conflict, take back a sending, and one returns a row that the other corrects",
  { timeout: patience },
  async () => {
    const { page, desks } = await workbench.open({
      workbooks: ["libro-vacio", "libro-vacio"],
      size: { width: 1_900, height: 760 },
    });
    const [field, office] = twoDesks(desks);
    watchOver(page, "two-people");
    const [advisor, director] = [createPanePage(field), createPanePage(office)];
    const [ana, diana] = [demoPersonWith("advisor"), demoPersonWith("director")];
    await advisor.signIn(ana);
    await advisor.insertFormat(record);
    const proposal = {
      Consecutivo: number,
      Usuario: "Hotel Bahía",
      Servicio: "Poda",
      Mercado: "No regulado",
      [value]: "2500000",
      "Fecha entrega": "02/11/2026",
      "Recibido por": "Nohora Caldera",
      Estado: "Entregada",
      Asesor: ana.name,
    };
    const empty = await readTable(field, table);
    for (const [header, text] of Object.entries(proposal))
      await field.act("type", empty.address(0, header), text);
    await advisor.footSays("1 fila sin enviar");
    await advisor.synchronise();
    await advisor.footSays("Todo guardado");
    await director.signIn(diana);
    await director.insertFormat(record, "Todas");

    await write(field, value, "2600000");
    await write(office, value, "2700000");
    await advisor.synchronise();
    await advisor.footSays("Todo guardado");
    await director.synchronise();
    await director.footSays("1 fila sin enviar");
    await director.go("Revisar");
    await director.says("$ 2.600.000");
    await director.press(/^Ir a la celda/u);
    await keepPicture(page, "two-people-1-conflicto");
    // The selected row stands on top, and again among those of its sheet.
    const taking = `Tomar lo de ${ana.name.split(" ")[0]}`;
    await director.frame.getByRole("button", { name: taking }).first().click();
    await director.footSays("Todo guardado");
    expect((await cellOf(office, value)).holds).toBe(2_600_000);

    await write(field, "Servicio", "Poda y jardines");
    await advisor.footSays("1 fila sin enviar");
    await advisor.synchronise();
    await advisor.footSays("Todo guardado");
    await advisor.press("Deshacer envío");
    await advisor.says("1 fila vuelve a lo que decía");
    await keepPicture(page, "two-people-2-deshacer");
    await advisor.frame.getByRole("dialog").getByRole("button", { name: "Deshacer envío" }).click();
    await advisor.footSays("Todo guardado");
    await expect.poll(async () => (await cellOf(field, "Servicio")).holds).toBe("Poda");

    // What the advisor sent and took back was told at the director's desk as it happened.
    await director.footSays("1 fila por traer");
    await director.press("Traer cambios");
    await director.footSays("Todo guardado");
    await office.act("select", (await cellOf(office, "Recibido por")).address);
    await director.press("Devolver…");
    await director.frame.getByLabel("Qué debe corregirse").fill("Falta el cargo de quien recibe");
    await director.frame.getByRole("button", { name: "Devolver", exact: true }).click();
    await director.says("1 fila devuelta");
    await advisor.press("Traer cambios");
    await advisor.footSays("Todo guardado");
    await advisor.go("Revisar");
    await advisor.says("Falta el cargo de quien recibe");
    await keepPicture(page, "two-people-3-devuelta");
    await write(field, "Recibido por", "Nohora Caldera, gerente");
    await advisor.footSays("1 fila sin enviar");
    await advisor.synchronise();
    await advisor.footSays("Todo guardado");
    await advisor.frame.getByText("Falta el cargo de quien recibe").waitFor({ state: "detached" });
    await field.act("select", (await cellOf(field, "Recibido por")).address);
    await advisor.says("Historia de Recibido por");
    await keepPicture(page, "two-people-4-corregida");
    await page.context().close();
  },
);
