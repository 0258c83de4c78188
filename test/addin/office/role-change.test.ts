import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../../shared/model/role.ts";
import { ana, diana, openCompany, type Company } from "./company.ts";
import { customer, table as customerTable } from "./customer-table.ts";
import {
  openWorkplace,
  pasteRow,
  required,
  tableCells,
  type Workplace,
  type WorkplaceOptions,
} from "./workplace.ts";
import { visits } from "../../../shared/sheets/visits.ts";

const visitTable = "VAD_visits";
const visit = (name: string, advisor: string) =>
  pasteRow(visits, {
    plannedOn: "10/03/2026",
    visitedOn: "12/03/2026",
    advisor,
    customer: name,
    visitType: "Potencial",
    market: "Regulado",
    purpose: "Seguimiento",
    outcome: "Interesado",
  });

describe("somebody who gets another role", () => {
  let company: Company;
  let advisor: Workplace;
  beforeEach(async () => {
    company = await openCompany();
    advisor = await openWorkplace(company, ana);
  });
  afterEach(async () => {
    await advisor.leave();
    await company.stop();
  });

  /** The director's workbook as it stands, opened again once they have the role. */
  async function reopenedAs(
    role: Role,
    director: Workplace,
    options: Pick<WorkplaceOptions, "network"> = {},
  ): Promise<Workplace> {
    const everybody = await company.people.list();
    const person = everybody.find(({ email }) => email === diana.email)?.id ?? "";
    expect(await company.people.changeRole(person, role, null)).toBe("done");
    const file = director.excel.save();
    await director.leave();
    return openWorkplace(company, diana, { file, ...options });
  }

  async function names(workplace: Workplace, table: string, column: string) {
    return (await tableCells(workplace, table)).map((row) => row[column]);
  }

  test("loses what they no longer see at the next synchronisation, and nobody else does", async () => {
    required(await advisor.commands.insertFormat("visits", { from: null }));
    advisor.excel.host.user.paste("D6", [visit("Uno", ana.name), visit("Dos", ana.name)]);
    required(await advisor.commands.synchronise());
    const director = await openWorkplace(company, diana);
    required(await director.commands.insertFormat("visits", { from: null }));
    expect(await names(director, visitTable, "Usuario")).toEqual(["Uno", "Dos"]);

    const again = await reopenedAs("advisor", director);
    required(await again.commands.synchronise());
    expect((await names(again, visitTable, "Usuario")).filter((name) => name !== "")).toEqual([]);
    expect(again.getState().vanished).toEqual([]);
    required(await again.commands.synchronise());
    await again.leave();
    required(await advisor.commands.synchronise());
    expect(await names(advisor, visitTable, "Usuario")).toEqual(["Uno", "Dos"]);
  });

  test("keeps the rows that they see, without the columns that they do not", async () => {
    required(await advisor.commands.insertFormat("customers", { from: null }));
    advisor.excel.host.user.paste("D6", [customer("001", "Uno"), customer("002", "Dos")]);
    required(await advisor.commands.synchronise());
    const director = await openWorkplace(company, diana);
    required(await director.commands.insertFormat("customers", { from: null }));
    expect(await names(director, customerTable, "Celular")).toEqual(["3001234567", "3001234567"]);

    const again = await reopenedAs("operations", director);
    required(await again.commands.synchronise());
    expect(await names(again, customerTable, "Nombre o razón social")).toEqual(["Uno", "Dos"]);
    expect(await names(again, customerTable, "Celular")).toEqual(["", ""]);
    const { links, issues } = again.getState();
    expect(issues.filter(({ issue }) => issue.severity === "error")).toEqual([]);
    expect(links[0]).toMatchObject({ pending: 0, inConflict: 0 });
    await again.leave();
    required(await advisor.commands.synchronise());
    expect(await names(advisor, customerTable, "Celular")).toEqual(["3001234567", "3001234567"]);
  });

  test("loses the columns that they do not see also where the first fetch in the new role fails", async () => {
    required(await advisor.commands.insertFormat("customers", { from: null }));
    advisor.excel.host.user.paste("D6", [customer("001", "Uno")]);
    required(await advisor.commands.synchronise());
    const director = await openWorkplace(company, diana);
    required(await director.commands.insertFormat("customers", { from: null }));

    let isDown = true;
    const refuse = (path: string) =>
      isDown && path === "/api/pull" ? new Response("{}", { status: 503 }) : undefined;
    const again = await reopenedAs("operations", director, {
      network: { state: "up", requests: [], refuse },
    });
    expect((await again.commands.synchronise()).ok).toBe(false);
    isDown = false;
    required(await again.commands.synchronise());
    expect(await names(again, customerTable, "Celular")).toEqual([""]);
    await again.leave();
  });

  test("loses every row of a record that they do not see at all", async () => {
    required(await advisor.commands.insertFormat("visits", { from: null }));
    advisor.excel.host.user.paste("D6", [visit("Uno", ana.name)]);
    required(await advisor.commands.synchronise());
    const director = await openWorkplace(company, diana);
    required(await director.commands.insertFormat("visits", { from: null }));

    const again = await reopenedAs("operations", director);
    await again.commands.synchronise();
    expect((await names(again, visitTable, "Usuario")).filter((name) => name !== "")).toEqual([]);
    await again.leave();
  });
});
