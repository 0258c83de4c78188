import { afterAll, beforeAll, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { factsOf } from "./sheet-facts.ts";
import { list } from "./visit-list.ts";
import { openWorkplace, required } from "./workplace.ts";

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.stop());

test("a sheet that Excel kept from being put back is put back when it is asked for again", async () => {
  const place = await openWorkplace(company, ana);
  const { user, failures } = place.excel.host;
  user.paste("A2", list("Alba", "Berta"));
  const before = factsOf(place.excel);
  for (const skip of [7, 8, 9, 10, 11, 12]) {
    required(await place.commands.examine());
    required(await place.commands.linkExamined(0));
    const id = place.getState().links.at(-1)?.id ?? "";
    failures.failNext({ kind: "refused", code: "GeneralException" }, { skip });
    expect(await place.commands.putBack(id)).toMatchObject({ ok: false });
    const isThere = factsOf(place.excel).tables.length > 0;
    expect(await place.commands.putBack(id)).toMatchObject({ ok: isThere });
    expect(factsOf(place.excel)).toEqual(before);
  }
  await place.leave();
}, 60_000);
