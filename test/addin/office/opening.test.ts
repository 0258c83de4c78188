import { afterEach, beforeEach, expect, test } from "vitest";
import { createTokenStore, type TokenStore } from "../../../addin/api/token-store.ts";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, type Network, type Workplace } from "./workplace.ts";
import { cell, visit } from "./visit-table.ts";

let company: Company;
let place: Workplace;
let tokenStore: TokenStore;
beforeEach(async () => {
  company = await openCompany();
  tokenStore = createTokenStore(null);
  place = await openWorkplace(company, ana, { tokenStore });
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste(cell(0, "plannedOn"), [visit("Alba"), visit("Berta"), visit("Carmen")]);
  await place.excel.host.settled();
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

test("the pane opens while a cell is being edited, says so, and reads the workbook once that is over", async () => {
  const again = await openWorkplace(company, ana, { tokenStore, file: place.excel.save(), typing: true });
  const cellEditMode = { code: "cell-edit-mode" };
  expect(again.getState()).toMatchObject({
    phase: "ready",
    workbookRead: false,
    failure: cellEditMode,
    canRetry: true,
  });
  expect(await again.commands.retry()).toMatchObject({ ok: false, failure: cellEditMode });
  again.excel.host.cellEdit.leave();
  void again.quietMoment();
  await again.until(({ workbookRead }) => workbookRead);
  expect(again.getState()).toMatchObject({ failure: null, links: [{ rows: 3, pending: 3 }] });
  await again.leave();
});

test("opening again by hand is enough, and what is typed afterwards is followed", async () => {
  const again = await openWorkplace(company, ana, { tokenStore, file: place.excel.save(), typing: true });
  again.excel.host.cellEdit.leave();
  required(await again.commands.retry());
  expect(again.getState()).toMatchObject({ workbookRead: true, failure: null, links: [{ pending: 3 }] });
  again.excel.host.user.activate("Control visitas y vinculaciones");
  again.excel.host.user.type(cell(3, "customer"), "Dora");
  await again.quietMoment();
  expect(again.getState().links[0]).toMatchObject({ pending: 4 });
  await again.leave();
});

test("a change that could not be counted while a cell was edited is counted later", async () => {
  place.excel.host.user.type(cell(3, "customer"), "Dora");
  await place.excel.host.settled();
  place.excel.host.cellEdit.enter();
  await place.quietMoment();
  expect(place.getState().links[0]?.pending).toBe(0);
  place.excel.host.cellEdit.leave();
  await place.quietMoment();
  expect(place.getState().links[0]?.pending).toBe(4);
});

test("after a count that took long, the next change is counted after a rest in proportion", async () => {
  let at = Date.parse("2026-03-15T17:00:00Z");
  const slow = await openWorkplace(company, ana, {
    tokenStore,
    file: place.excel.save(),
    clock: () => new Date((at += 1_000)),
  });
  await slow.recount();
  slow.excel.host.user.activate("Control visitas y vinculaciones");
  slow.excel.host.user.type(cell(3, "customer"), "Dora");
  await slow.excel.host.settled();
  expect(slow.waits.at(-1)).toBeGreaterThan(3_000);
  await slow.leave();
});

test("what changes during a count is counted after it", async () => {
  place.excel.host.user.type(cell(3, "customer"), "Dora");
  await place.excel.host.settled();
  const counting = place.recount();
  place.excel.host.user.type(cell(4, "customer"), "Elsa");
  await Promise.all([counting, place.recount()]);
  await place.quietMoment();
  expect(place.getState().links[0]?.pending).toBe(5);
});

test("nothing is written into a workbook that is merely opened", async () => {
  const merely = await openWorkplace(company, ana);
  const keys = await merely.excel.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.load({ key: true });
    await context.sync();
    return settings.items.map(({ key }) => key);
  });
  expect(keys).toEqual([]);
  await merely.leave();
});

test("an answer that nobody understands is shown, and the pane does not wait for ever", async () => {
  const network: Network = { state: "up", requests: [], answer: () => Response.json({ other: true }) };
  const again = await openWorkplace(company, ana, { tokenStore, network, begins: false });
  await expect(again.start()).rejects.toThrow(/invalid_type/);
  expect(again.getState()).toMatchObject({
    phase: "signed-out",
    failure: { code: "unexpected" },
    canRetry: false,
  });
  await again.leave();
});

test("what the browser kept of the last person may be damaged", async () => {
  const kept = createTokenStore(null);
  kept.write(tokenStore.tokens());
  kept.writeOwner("{");
  const network: Network = { state: "down", requests: [] };
  const again = await openWorkplace(company, ana, { tokenStore: kept, network, begins: false });
  await again.start();
  expect(again.getState()).toMatchObject({ phase: "signed-out", failure: { code: "offline" } });
  await again.leave();
});

test.each([
  ["has too many requests", 429, "too-many-requests"],
  ["fails", 500, "internal"],
])(
  "a service that %s as the pane opens asks nobody to sign in again, and is asked again",
  async (_, status, code) => {
    let isRefused = true;
    const refuse = (path: string) =>
      isRefused && path === "/api/me" ? Response.json({ code, requestId: "x" }, { status }) : undefined;
    const network: Network = { state: "up", requests: [], refuse };
    const options = { tokenStore, network, file: place.excel.save(), begins: false, live: true } as const;
    const again = await openWorkplace(company, ana, options);
    await again.start();
    expect(again.getState()).toMatchObject({ phase: "ready", failure: { code }, links: [{ pending: 3 }] });
    expect(again.getState().retryAt).not.toBeNull();
    isRefused = false;
    await again.passTime(400_000, ({ retryAt, failure }) => retryAt === null && failure === null);
    expect(again.getState()).toMatchObject({ phase: "ready", connection: "online", isPaused: false });
    await again.leave();
  },
);
