import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Evidence, IndicatorAnswer, TableAnswer } from "../../../shared/contract.ts";
import { indicators as realIndicators } from "../../../shared/indicators/registry.ts";
import type { Indicator } from "../../../shared/model/indicator.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { caseAmounts, caseFees, cases } from "../support/cases.ts";
import { everyRole, newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { claim, customer, proposal, sale, visit } from "../support/rows.ts";
import { columnsFor, isTheirs } from "../support/secret-rows.ts";

const sheets: readonly Sheet[] = [...realSheets, cases];
const indicators: readonly Indicator[] = [...realIndicators, caseAmounts, caseFees];

let company: Company;
let stranger: Colleague;

interface Kept {
  readonly id: string;
  readonly values: Row;
}

/** The rows behind the figures of March, by record: of an advisor, of another, and both once more, voided. */
const counted = new Map<string, readonly Kept[]>();
const voided = new Map<string, readonly Kept[]>();

beforeAll(async () => {
  company = await startCompany({ sheets, indicators });
  await everyRole(company);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const people = [await company.colleague("advisor"), stranger];
  for (const person of people) await person.save(row("visits", visit(person.id)));
  for (const person of people) await person.save(row("proposals", proposal(newId().slice(0, 20), person.id)));
  const service = await company.colleague("service");
  const [standing, wrong] = [row("claims", claim("PQR-1")), row("claims", claim("PQR-2"))];
  await service.push([standing, wrong]);
  const undone = { sheet: "claims", rows: [{ id: wrong.id, base: 1 }], reason: "Prueba", workbook: "L" };
  const answer = await service.post("/void", undone);
  if (answer.status !== 200) throw new Error(`voiding was answered ${answer.status}`);
  const rowsOf: Readonly<Record<string, (advisor: string) => Row>> = {
    customers: (advisor) => customer(newId().slice(0, 20), advisor),
    sales: (advisor) => sale(advisor, 1_000_000),
    cases: (owner) => ({ owner, on: "2026-03-05", name: "Un caso", amount: 10, fee: 3 }),
  };
  for (const [sheet, valuesOf] of Object.entries(rowsOf)) {
    counted.set(
      sheet,
      await keepRows(
        sheet,
        people.map(({ id }) => valuesOf(id)),
      ),
    );
    voided.set(
      sheet,
      await keepRows(
        sheet,
        people.map(({ id }) => valuesOf(id)),
      ),
    );
    await takeOut(sheet);
  }
});
afterAll(() => company.stop());

async function keepRows(sheet: string, rows: readonly Row[]): Promise<readonly Kept[]> {
  const director = await company.colleague("director");
  const pushed = rows.map((values) => row(sheet, values));
  const { answers } = await director.push(pushed);
  expect(answers.map(({ result }) => result)).toEqual(rows.map(() => "saved"));
  return pushed;
}

async function takeOut(sheet: string): Promise<void> {
  const director = await company.colleague("director");
  const rows = (voided.get(sheet) ?? []).map(({ id }) => ({ id, base: 1 }));
  const answer = await director.post("/void", { sheet, rows, reason: "Prueba de acceso", workbook: "L" });
  expect(await answer.json()).toMatchObject({ answers: rows.map(() => ({ result: "voided" })) });
}

/** The columns in which tables say whose a figure is. */
const namesAdvisors: ReadonlySet<string> = new Set(["Asesor", "Nivel"]);

const scopeOf = ({ access }: Pick<Indicator, "access">, role: Role): "all" | "own" | "none" => {
  if (access.read.includes(role)) return "all";
  return access.own.includes(role) ? "own" : "none";
};

const cross = <T extends { readonly id: string }>(things: readonly T[]) =>
  things.flatMap((thing) => roles.map((role) => [thing.id, role, thing] as const));

describe("figures", () => {
  test.each(cross(indicators))("%s to %s", async (id, role, indicator) => {
    const person = await company.colleague(role);
    const answer = await person.request(`/indicators/${id}?first=2026-03&last=2026-03`);
    const scope = scopeOf(indicator, role);
    expect(answer.status).toBe(scope === "none" ? 403 : 200);
    if (scope === "none") return;
    const { months, yearToDate } = (await answer.json()) as IndicatorAnswer;
    const advisors = months.flatMap((month) => month.advisors.map(({ advisor }) => advisor));
    if (scope === "own") {
      expect([advisors, months[0]?.company, yearToDate]).toEqual([[person.id], null, null]);
    } else {
      expect(advisors).toContain(stranger.id);
      expect(months[0]?.company).not.toBeNull();
    }
  });

  test.each(cross(tables))("the table %s to %s", async (id, role, table) => {
    const person = await company.colleague(role);
    const answer = await person.request(`/tables/${id}?first=2026-03&last=2026-03`);
    const scope = scopeOf(table, role);
    expect(answer.status).toBe(scope === "none" ? 403 : 200);
    if (scope === "none") return;
    const { columns, rows } = (await answer.json()) as TableAnswer;
    if (!columns.some(({ label }) => namesAdvisors.has(label))) return;
    const cells = rows.flatMap((one) => one.cells);
    expect(cells.includes(stranger.name)).toBe(scope === "all");
    expect(cells).toContain(scope === "own" ? person.name : "Persona advisor");
  });
});

describe("tables that go through rows", () => {
  const cellsOf = async (role: Role, id: string) => {
    const person = await company.colleague(role);
    return (await person.get<TableAnswer>(`/tables/${id}?first=2026-03&last=2026-03`)).rows.map(
      ({ cells }) => cells,
    );
  };

  test("count an advisor's own proposals only, and everybody's for who reads all", async () => {
    const total = ["Marzo 2026", "Total"];
    expect(await cellsOf("advisor", "proposal-states")).toContainEqual([...total, 1, 2_500_000]);
    expect(await cellsOf("legal", "proposal-states")).toContainEqual([...total, 2, 5_000_000]);
  });

  test("list open claims to whoever reads them, and none that is void", async () => {
    for (const role of ["service", "advisor", "quality"] as const)
      expect((await cellsOf(role, "claims-due")).map(([number]) => number)).toEqual(["PQR-1"]);
  });

  test("count users that are not void", async () => {
    expect(await cellsOf("quality", "customer-numbers")).toEqual([
      ["Marzo 2026", "Regulado", 0, 2, 0, 0, 2, null],
    ]);
  });
});

describe("the rows behind a figure", () => {
  test.each(cross(indicators))("%s to %s", async (id, role, indicator) => {
    const person = await company.colleague(role);
    const path = `/indicators/${id}/rows?month=2026-03`;
    const scope = scopeOf(indicator, role);
    if (scope === "none" || !readsAll(indicator, role)) {
      for (const whose of ["", "&advisor=", `&advisor=${person.id}`])
        expect((await person.request(`${path}${whose}`)).status).toBe(403);
      return;
    }
    const { rows, excluded } = await person.get<Evidence>(path);
    const expected = (kept: ReadonlyMap<string, readonly Kept[]>) => idsOf(kept, indicator, person);
    expect(rows.map((one) => one.id).toSorted()).toEqual(expected(counted));
    expect(excluded.map((one) => one.id).toSorted()).toEqual(expected(voided));
    for (const whose of ["", stranger.id]) {
      const answer = await person.request(`${path}&advisor=${whose}`);
      expect(answer.status).toBe(scope === "own" ? 403 : 200);
      if (scope === "own") continue;
      const told = ((await answer.json()) as Evidence).rows.map((one) => one.advisor);
      const visible = whose !== "" && idsOf(counted, indicator, stranger, person).length > 0;
      expect(told).toEqual(visible ? [whose] : []);
    }
  });
});

/** Whether the role reads every column whose values the rows behind a figure show. */
function readsAll({ executed: { from, by, advisor, aggregate } }: Indicator, role: Role): boolean {
  const sheet = sheetOf(from);
  const shown = [by, advisor, ...("sum" in aggregate ? [aggregate.sum] : [])];
  return shown.every((column) => columnsFor(sheet, role).includes(column));
}

function sheetOf(id: string): Sheet {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`there is no record "${id}"`);
  return sheet;
}

/** The rows behind a figure that a person may see, of one advisor only where one is named. */
function idsOf(
  kept: ReadonlyMap<string, readonly Kept[]>,
  indicator: Indicator,
  advisor: Colleague,
  person: Colleague = advisor,
): readonly string[] {
  const { from, advisor: column } = indicator.executed;
  const isNarrowed = person !== advisor || scopeOf(indicator, person.role) === "own";
  return (kept.get(from) ?? [])
    .filter(({ values }) => isTheirs(sheetOf(from), values, person))
    .filter(({ values }) => !isNarrowed || values[column] === advisor.id)
    .map(({ id }) => id)
    .toSorted();
}
