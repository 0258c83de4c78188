import { afterAll, beforeAll, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, pushedIds, required, tableCells } from "./workplace.ts";

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.stop());

/** Columns from *Fecha programada* on, as somebody pastes them. */
const visit = (customer: string, planned = "20/03/2026", market = "Regulado") => [
  planned,
  "",
  "Ana María Rojas",
  customer,
  "Potencial",
  market,
  "Vinculación",
];

test("an advisor inserts the format, pastes visits, mends what is marked, and syncs only what changed", async () => {
  const place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste("D6", [
    visit("Tienda Uno"),
    visit("Tienda Dos", "31/02/2026"),
    visit("Tienda Tres", "20/03/2026", "¿cuál?"),
  ]);
  await place.excel.host.settled();
  expect(required(await place.commands.validate()).wrong).toBe(2);
  const cells = await tableCells(place, "VAD_visits");
  expect(cells.map((row) => [row["Estado"], row["Marcas"]])).toEqual([
    ["Pendiente", ""],
    ["Con errores", "|Fecha programada|"],
    ["Con errores", "|Mercado|"],
  ]);

  const report = required(await place.commands.synchronise());
  expect(report).toMatchObject({ sent: 1, wrong: 2 });
  expect(place.getState().links[0]).toMatchObject({ rows: 3, pending: 2, wrong: 2 });

  place.excel.host.user.type("D7", "21/03/2026");
  place.excel.host.user.type("I8", "No regulado");
  const before = place.network.requests.length;
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 2, wrong: 0 });
  expect(pushedIds(place, before)).toHaveLength(2);
  expect((await tableCells(place, "VAD_visits")).map((row) => row["Estado"])).toEqual([
    "Sincronizada",
    "Sincronizada",
    "Sincronizada",
  ]);
  await place.leave();
});
