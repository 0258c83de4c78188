import { afterEach, beforeEach, expect, test } from "vitest";
import { callIn } from "./colleague.ts";
import { ana, luis, openCompany, password, type Company } from "./company.ts";
import { cell, table, visit } from "./visit-table.ts";
import { openWorkplace, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";

/** Whoever signs in where somebody else's session ended sees nothing of what the service said to the other. */
let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWorkplace(company, luis);
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

test("whoever signs in over another person's session that expired inherits nothing of it", async () => {
  required(await place.commands.insertFormat("visits", { from: null }));
  const { user } = place.excel.host;
  const theirs = { advisor: luis.name };
  user.paste(cell(0, "plannedOn"), [visit("Alba", theirs), visit("Berta", theirs)]);
  await place.moment();
  required(await place.commands.synchronise());
  const [first = ""] = pushedIds(place);
  await (await callIn(company, luis, "visits")).change(first, { notes: "Lo de otra persona" });
  user.type(cell(0, "notes"), "Lo mío");
  user.deleteRows("7:7");
  await place.moment();
  await place.commands.synchronise();
  await place.commands.loadGlance();
  await place.commands.loadSendings();
  expect(JSON.stringify(place.getState().conflicts)).toContain("Lo de otra persona");
  expect(place.getState().vanished).toMatchObject([{ label: expect.stringContaining("Berta") }]);
  const told = place.getState().vanished;

  await company.people.setPassword(luis.email, `${password}!`);
  expect(await place.commands.synchronise()).toMatchObject({ failure: { code: "unauthenticated" } });
  required(await place.commands.signIn(ana.email, password));
  const state = place.getState();
  expect(state).toMatchObject({ phase: "ready", connection: "online", me: { person: { name: ana.name } } });
  expect(state).toMatchObject({ glance: null, sendings: null, lastSending: null, conflicts: [] });
  const { me: _me, ...shown } = state;
  expect(JSON.stringify(shown)).not.toMatch(/Lo de otra persona|Berta/);
  await place.commands.restoreVanished(told);
  expect(JSON.stringify(await tableCells(place, table))).not.toContain("Berta");
});
