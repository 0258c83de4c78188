import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ana, carlos, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, type Workplace } from "./workplace.ts";
import type { InjectedFailure } from "../../excel-host/protocol/failures.ts";

const march = { first: "2026-03", last: "2026-03" };
const control = "VAD_visit_control";

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

/** What people see in the workbook, and what it keeps of that. */
async function standing({ excel }: Workplace) {
  return excel.Excel.run(async (context) => {
    const { worksheets, tables, names, settings } = context.workbook;
    worksheets.load({ name: true, visibility: true });
    tables.load({ name: true });
    names.load({ name: true });
    settings.load({ key: true });
    await context.sync();
    return {
      worksheets: worksheets.items.flatMap(({ name, visibility }) =>
        visibility === "Visible" ? [name] : [],
      ),
      tables: tables.items.map(({ name }) => name),
      names: names.items.length,
      kept: settings.items.filter(({ key }) => /\.(link|table)\./.test(key)).length,
    };
  });
}

/** Excel fails once at the request that first calls or sets a member, or at one after it. */
function failAfter(member: string, failure: InjectedFailure, skip = 0): void {
  place.excel.host.interjections.before(member, () => place.excel.host.failures.failNext(failure, { skip }));
}

const lost: InjectedFailure = { kind: "done-but-failed", code: "GeneralException" };
const failure = { ok: false, failure: { code: "excel", detail: "GeneralException" } };

describe("a computed table", () => {
  beforeEach(async () => {
    place = await openWorkplace(company, carlos);
  });

  test.each([
    ["made", () => place.excel.host.failures.failNext(lost, { skip: 2 })],
    ["noted", () => failAfter("Activate", lost)],
  ])(
    "that Excel failed to say it %s is taken away again, and is there once after a retry",
    async (_what, fail) => {
      const before = await standing(place);
      fail();
      expect(await place.commands.insertTable("visit-control", march)).toEqual(failure);
      expect(await standing(place)).toEqual(before);
      required(await place.commands.retry());
      expect(await standing(place)).toMatchObject({ tables: [control], names: 3, kept: 1 });
      expect(place.getState().tables).toMatchObject([{ table: "visit-control", missing: false }]);
    },
  );

  test("at a selected cell leaves what is around it as it was", async () => {
    place.excel.host.user.type("A1", "Mi informe");
    place.excel.host.user.select("B3");
    await place.excel.host.settled();
    failAfter("Activate", lost);
    expect(await place.commands.insertTable("visit-control", march, "selection")).toEqual(failure);
    expect(await standing(place)).toMatchObject({ worksheets: ["Hoja1"], tables: [], names: 0, kept: 0 });
    place.excel.host.user.select("B3");
    required(await place.commands.retry());
    expect(await standing(place)).toMatchObject({ worksheets: ["Hoja1"], tables: [control], kept: 1 });
  });

  test("that stands without its figures is brought up to date by a retry, and no second one comes", async () => {
    failAfter("Activate", { kind: "refused", code: "GeneralException" }, 4);
    expect(await place.commands.insertTable("visit-control", march)).toEqual(failure);
    expect(await standing(place)).toMatchObject({ tables: [control], kept: 1 });
    expect(place.getState().tables).toMatchObject([{ refreshedAt: null, missing: false }]);
    required(await place.commands.retry());
    expect(await standing(place)).toMatchObject({ tables: [control], kept: 1 });
    expect(place.getState().tables[0]?.refreshedAt).not.toBeNull();
  });
});

describe("a format", () => {
  beforeEach(async () => {
    place = await openWorkplace(company, ana);
  });

  test.each([0, 3, 4])(
    "that Excel failed to dress (request %i after it was made) is taken away again",
    async (skip) => {
      const before = await standing(place);
      failAfter("ShowBandedRows", lost, skip);
      expect(await place.commands.insertFormat("visits", { from: null })).toEqual(failure);
      expect(await standing(place)).toEqual(before);
      required(await place.commands.retry());
      expect(await standing(place)).toMatchObject({ tables: ["VAD_visits"], kept: 1 });
      expect(place.getState().links).toMatchObject([{ sheet: "visits", troubles: [] }]);
    },
  );

  test("whose rows did not come is synchronised by a retry, and no second one comes", async () => {
    place.network.onRequest = (path) => {
      if (path === "/api/pull") place.network.state = "deaf";
    };
    expect(await place.commands.insertFormat("visits", { from: null })).toMatchObject({ ok: false });
    delete place.network.onRequest;
    place.network.state = "up";
    expect(place.getState().canRetry).toBe(true);
    expect(required(await place.commands.retry())).toMatchObject({ sent: 0 });
    expect(await standing(place)).toMatchObject({ tables: ["VAD_visits"], kept: 1 });
    expect(place.getState().links[0]?.lastSync).not.toBeNull();
  });
});
