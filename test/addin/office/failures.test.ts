import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTokenStore } from "../../../addin/api/token-store.ts";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { ana, openCompany, password, type Company } from "./company.ts";
import { openWorkplace, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";
import { cell, header, openWithVisits, rowsInService, statuses, table, visit } from "./visit-table.ts";

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWithVisits(company);
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

describe("network and session", () => {
  test("without network everything stays and waits; with it again, it goes", async () => {
    place.network.state = "down";
    expect(await place.commands.synchronise()).toEqual({ ok: false, failure: { code: "offline" } });
    expect(place.getState()).toMatchObject({ connection: "offline", activity: { kind: "idle" } });
    expect(place.getState().links[0]).toMatchObject({ pending: 3 });
    expect(await statuses(place)).toEqual(["Alba Pendiente", "Berta Pendiente", "Carmen Pendiente"]);
    place.network.state = "up";
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 3 });
    expect(place.getState()).toMatchObject({ connection: "online", failure: null });
  });

  test("a reply lost after the service saved is answered by sending the same again: no row twice", async () => {
    place.network.state = "deaf";
    expect(await place.commands.synchronise()).toMatchObject({ ok: false, failure: { code: "offline" } });
    place.network.state = "up";
    const before = pushedIds(place);
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 3 });
    expect(pushedIds(place).slice(before.length)).toEqual(before);
    expect(await rowsInService(company)).toHaveLength(3);
  });

  test("an ended session keeps everything, says so, and goes on after signing in again", async () => {
    required(await place.commands.synchronise());
    await company.people.setPassword(ana.email, `${password}!`);
    place.excel.host.user.type(cell(0, "notes"), "Más");
    expect(await place.commands.synchronise()).toMatchObject({
      ok: false,
      failure: { code: "unauthenticated" },
    });
    expect(place.getState()).toMatchObject({ phase: "ready", connection: "session-expired" });
    expect(await place.commands.signIn(ana.email, "otra")).toMatchObject({
      ok: false,
      failure: { code: "bad-credentials" },
    });
    required(await place.commands.signIn(ana.email, `${password}!`));
    expect(place.getState().connection).toBe("online");
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  });

  test("the pane opens without network: it knows who is there, counts and checks", async () => {
    const tokenStore = createTokenStore(null);
    const first = await openWorkplace(company, ana, { tokenStore });
    const file = place.excel.save();
    await first.leave();
    const again = await openWorkplace(company, ana, {
      tokenStore,
      file,
      network: { state: "down", requests: [] },
    });
    expect(again.getState()).toMatchObject({ phase: "ready", connection: "offline" });
    expect(again.getState().links[0]).toMatchObject({ rows: 3, pending: 3 });
    expect(required(await again.commands.validate())).toEqual({ wrong: 0 });
    await again.leave();
  });

  test("cancelling stops between requests; what was answered is written, the rest waits", async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => visit(`Visita ${at}`));
    place.excel.host.user.paste(cell(0, "plannedOn"), rows);
    await place.excel.host.settled();
    place.network.onRequest = (path) => {
      if (path === "/api/push") place.commands.cancel();
    };
    expect(await place.commands.synchronise()).toEqual({ ok: false, failure: { code: "cancelled" } });
    const sent = (await tableCells(place, table)).filter((row) => row["Estado"] === "Sincronizada");
    expect(sent.length).toBeLessThanOrEqual(1_000);
    delete place.network.onRequest;
    required(await place.commands.synchronise());
    expect(place.getState().links[0]).toMatchObject({ rows: 1_500, pending: 0 });
  }, 120_000);
});

describe("Excel", () => {
  test("a command waits while a cell is being edited, says so, and goes on by itself", async () => {
    place.excel.host.cellEdit.enter();
    const outcome = place.commands.validate();
    await place.quietMoment();
    await vi.waitFor(() =>
      expect(place.getState().activity).toMatchObject({ what: "validating", waitsForCell: true }),
    );
    place.excel.host.cellEdit.leave();
    expect(required(await outcome)).toEqual({ wrong: 0 });
    expect(place.getState().activity).toEqual({ kind: "idle" });
  });

  test("a command that waits for a cell can be cancelled: nothing is done, and others go on", async () => {
    place.excel.host.cellEdit.enter();
    const outcome = place.commands.synchronise();
    await place.until(({ activity }) => activity.kind === "working");
    place.commands.cancel();
    expect(await outcome).toEqual({ ok: false, failure: { code: "cancelled" } });
    expect(place.getState().activity).toEqual({ kind: "idle" });
    place.excel.host.cellEdit.leave();
    expect(await statuses(place)).toEqual(["Alba", "Berta", "Carmen"]);
    expect(pushedIds(place)).toEqual([]);
    expect(required(await place.commands.validate())).toEqual({ wrong: 0 });
  });

  test("the workbook tells whether somebody is typing in a cell", async () => {
    const workbook = createWorkbook(place.excel);
    expect(await workbook.isCellBeingEdited()).toBe(false);
    place.excel.host.cellEdit.enter();
    expect(await workbook.isCellBeingEdited()).toBe(true);
    place.excel.host.cellEdit.leave();
    expect(await workbook.isCellBeingEdited()).toBe(false);
  });

  test("a protected sheet is read, not written; the pane says which", async () => {
    required(await place.commands.synchronise());
    place.excel.host.user.protect("Control visitas y vinculaciones");
    expect(await place.commands.synchronise()).toEqual({
      ok: false,
      failure: { code: "protected", worksheet: "Control visitas y vinculaciones" },
    });
    expect(place.getState().links[0]?.troubles).toEqual([{ code: "protected" }]);
    place.excel.host.user.unprotect("Control visitas y vinculaciones");
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0 });
    expect(place.getState().links[0]?.troubles).toEqual([]);
  });

  test("a deleted table is said, and can be forgotten", async () => {
    required(await place.commands.synchronise());
    place.excel.host.user.deleteTable(table);
    required(await place.commands.synchronise());
    const [link] = place.getState().links;
    expect(link).toMatchObject({ troubles: [{ code: "table-missing" }], rows: 0 });
    expect(place.getState().vanished).toEqual([]);
    required(await place.commands.forgetLink(link?.id ?? ""));
    expect(place.getState().links).toEqual([]);
    expect(await rowsInService(company)).toHaveLength(3);
  });

  test("writes that Excel did although it reported a failure do no harm: the same again ends well", async () => {
    place.excel.host.failures.failNext({ kind: "done-but-failed", code: "GeneralException" }, { skip: 5 });
    const first = await place.commands.synchronise();
    expect(first).toMatchObject({ ok: false, failure: { code: "excel", detail: "GeneralException" } });
    required(await place.commands.synchronise());
    expect(await statuses(place)).toEqual(["Alba Sincronizada", "Berta Sincronizada", "Carmen Sincronizada"]);
    expect(await rowsInService(company)).toHaveLength(3);
  });

  test("undoing a whole synchronisation, names of rows and all, sends no row twice", async () => {
    required(await place.commands.synchronise());
    expect(await statuses(place)).toEqual(["Alba Sincronizada", "Berta Sincronizada", "Carmen Sincronizada"]);
    place.excel.host.user.undo();
    place.excel.host.user.undo();
    await place.excel.host.settled();
    expect(await statuses(place)).toEqual(["Alba", "Berta", "Carmen"]);
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0 });
    expect(await statuses(place)).toEqual(["Alba Sincronizada", "Berta Sincronizada", "Carmen Sincronizada"]);
    expect(await rowsInService(company)).toHaveLength(3);
    expect(place.getState().vanished).toEqual([]);
  });

  test("undoing what a synchronisation wrote is noticed and mended by the next", async () => {
    required(await place.commands.synchronise());
    const other = await openWorkplace(company, ana);
    required(await other.commands.insertFormat("visits", { from: null }));
    other.excel.host.user.type(cell(1, "notes"), "De otro libro");
    required(await other.commands.synchronise());
    await other.leave();
    required(await place.commands.synchronise());
    place.excel.host.user.undo();
    await place.excel.host.settled();
    expect((await tableCells(place, table))[1]?.[header("notes")]).toBe("");
    required(await place.commands.synchronise());
    expect((await tableCells(place, table))[1]?.[header("notes")]).toBe("De otro libro");
    expect(await statuses(place)).toEqual(["Alba Sincronizada", "Berta Sincronizada", "Carmen Sincronizada"]);
    expect(await rowsInService(company)).toHaveLength(3);
  });
});
