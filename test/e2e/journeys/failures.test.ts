import type { Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { demoAdvisors } from "../../../server/demo/people.ts";
import { historySchema } from "../../../shared/contract/history.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { typedColumns } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { typedVisits, visitsToBlock } from "../../bench/typed-visits.ts";
import type { DeskPage } from "../support/desk-page.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { onlyDesk, patience } from "./desks.ts";
import { createPanePage, type PanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { allRows, signInToService } from "./service-client.ts";
import { columnCells, readTable, type SheetTable } from "./sheet-table.ts";
import { watchPushes, type PushWatch } from "./traffic.ts";

const advisor = demoAdvisors[2];
const table = "VAD_visits";
const { notes } = visits.columns;
const typed = typedVisits(advisor?.name ?? "", 3, dayAt(new Date()));

let workbench: WorkbenchUnderTest;
let page: Page;
let desk: DeskPage;
let pane: PanePage;
let pushes: PushWatch;

beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
  const opened = await workbench.open({ size: { width: 1200, height: 700 } });
  ({ page } = opened);
  desk = onlyDesk(opened.desks);
  pane = createPanePage(desk);
  pushes = watchPushes(page);
}, patience);
afterAll(() => workbench.close());
afterEach(() => pushes.take());

describe("an advisor meets, one after the other", { timeout: patience }, () => {
  test("a wrong password: the pane says so, keeps the address, and takes the right one", async () => {
    if (!advisor) throw new Error("there is no third advisor");
    watchOver(page, "failures-password");
    const [email, password] = [pane.frame.getByLabel("Correo"), pane.frame.getByLabel("Contraseña")];
    await email.fill(advisor.email);
    await password.fill("no es esta");
    await pane.press("Entrar");
    await pane.says("El correo o la contraseña no coinciden. Revíselos e intente de nuevo.");
    expect(await email.inputValue()).toBe(advisor.email);
    expect(await password.inputValue()).toBe("");
    await keepPicture(page, "failures-1-contrasena");
    await password.fill(advisor.password);
    await pane.press("Entrar");
    await pane.footSays("Este libro aún no tiene formatos");
    expect(await pane.frame.getByText("no coinciden").count()).toBe(0);
  });

  test("a service that goes away after it took the rows: one more press, and each is there once", async () => {
    if (!advisor) throw new Error("there is no third advisor");
    watchOver(page, "failures-offline");
    await pane.insertFormat(visits.label);
    const empty = await readTable(desk, table);
    await desk.act(
      "paste",
      empty.address(0, visits.columns.plannedOn.label),
      visitsToBlock(typed).map((row) => [...row]),
    );
    await pane.footSays("3 filas sin enviar");
    const pasted = await readTable(desk, table);
    const offline = desk.frame.locator("#offline");
    await page.route("**/api/push", (route) => loseAnswer(route, () => offline.check()), { times: 1 });
    await pane.synchronise();
    await pane.footSays("Sin conexión");
    await pane.footSays("3 filas esperan");
    expect(typedIn(await readTable(desk, table))).toEqual(typedIn(pasted));
    await keepPicture(page, "failures-2-sin-conexion");

    await offline.uncheck();
    // The pane notices by itself that the network is back, but leaves to the person what Ctrl+Z could not undo.
    await pane.foot.getByRole("button", { name: /^(Reintentar|Sincronizar)/u }).click();
    await pane.footSays("Todo guardado");
    const sent = pushes.take().map(({ id }) => id);
    expect(sent).toHaveLength(6);
    expect(sent.slice(3)).toEqual(sent.slice(0, 3));
    const saved = await readTable(desk, table);
    expect(typedIn(saved)).toEqual(typedIn(pasted));
    expect(columnCells(saved, "Estado")).toEqual(Array.from({ length: 3 }, () => "Sincronizada"));
    const client = await signInToService(workbench.running.service, advisor);
    const mine = [...(await allRows(client, visits.id))].filter(([, row]) =>
      typed.some((one) => one["customer"] === row["customer"]),
    );
    expect(mine.map(([id]) => id).toSorted()).toEqual(sent.slice(0, 3).toSorted());
    for (const [id] of mine) {
      const { revisions } = await client.get(`/history/visits/${id}`, historySchema);
      expect(revisions).toHaveLength(1);
    }
  });

  test("a protected sheet: nothing is lost, and once it is open the same button sends", async () => {
    watchOver(page, "failures-protected");
    const { address, worksheet } = await readTable(desk, table);
    await desk.act("type", address(1, notes.label), "Llamar antes de ir");
    await pane.footSays("1 fila sin enviar");
    await desk.act("protect", worksheet);
    const before = await readTable(desk, table);
    await pane.synchronise();
    await pane.says(`«${worksheet}» está protegida.`);
    expect((await readTable(desk, table)).rows).toEqual(before.rows);
    expect(pushes.take()).toEqual([]);
    await keepPicture(page, "failures-3-protegida");
    await desk.act("unprotect", worksheet);
    await pane.press("Reintentar");
    await pane.footSays("Todo guardado");
    expect(pushes.take().map(({ values }) => values["notes"])).toEqual(["Llamar antes de ir"]);
    expect(await pane.frame.getByText("está protegida").count()).toBe(0);
  });

  test("a header that was renamed gets its name back, and the column its place in what is sent", async () => {
    watchOver(page, "failures-header");
    await desk.act("renameHeader", table, notes.label, "Notas internas");
    const renamed = await readTable(desk, table);
    await desk.act("type", renamed.address(0, "Notas internas"), "Preguntar por Yina");
    await pane.go("Hojas");
    await pane.says("«Observaciones» ahora dice «Notas internas»");
    await keepPicture(page, "failures-4-encabezado");
    await pane.press("Restaurar encabezados");
    await pane.footSays("1 fila sin enviar");
    const restored = await readTable(desk, table);
    expect(restored.headers).toEqual(
      renamed.headers.map((one) => (one === "Notas internas" ? notes.label : one)),
    );
    await pane.synchronise();
    await pane.footSays("Todo guardado");
    expect(columnCells(await readTable(desk, table), notes.label)).toEqual([
      "Preguntar por Yina",
      "Llamar antes de ir",
      typed[2]?.["notes"] ?? "",
    ]);
  });

  test("a cell that is still being typed: the pane says to finish it, and goes on by itself", async () => {
    watchOver(page, "failures-cell-edit");
    const { address } = await readTable(desk, table);
    await desk.act("type", address(2, notes.label), "Pide factura");
    await pane.footSays("1 fila sin enviar");
    const editing = desk.frame.locator("#cell-edit");
    await editing.check();
    await pane.synchronise();
    await pane.says("Hay una celda a medio escribir. Oprima Enter en la hoja para seguir");
    await keepPicture(page, "failures-5-editando");
    expect(pushes.take()).toEqual([]);
    await editing.uncheck();
    await pane.footSays("Todo guardado");
    expect(pushes.take().map(({ values }) => values["notes"])).toEqual(["Pide factura"]);
  });

  test("a table that was deleted: what was saved comes back in a new one", async () => {
    watchOver(page, "failures-deleted");
    const before = await readTable(desk, table);
    await desk.act("deleteTable", table);
    await pane.go("Hojas");
    await pane.says("La tabla ya no está en el libro. Lo sincronizado sigue guardado en el servicio.");
    await keepPicture(page, "failures-6-borrada");
    await pane.press("Insertar de nuevo");
    await pane.footSays("Todo guardado");
    const again = await readTable(desk, table);
    expect(typedIn(again)).toEqual(expect.arrayContaining(typedIn(before)));
    expect(await pane.frame.getByText("ya no está en el libro").count()).toBe(0);
    await keepPicture(page, "failures-7-de-vuelta");
  });
});

/** What people typed, row by row: all but the control columns. */
const typedIn = ({ rows }: SheetTable) =>
  rows.map(({ cells }) => typedColumns(visits).map(([, { label }]) => cells[label]));

/** Lets the service do what it is asked, and takes the line away before its answer arrives. */
async function loseAnswer(route: Route, hangUp: () => Promise<void>): Promise<void> {
  const answer = await route.fetch();
  expect(answer.status()).toBe(200);
  await hangUp();
  await route.abort("connectionfailed");
}
