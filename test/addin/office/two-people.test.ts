import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ana, diana, openCompany, type Company } from "./company.ts";
import { cellAt, customer, table, type, valueAt } from "./customer-table.ts";
import { openWorkplace, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";

describe("two people, each with a workbook of the same record", () => {
  let company: Company;
  let advisor: Workplace;
  let director: Workplace;
  beforeAll(async () => {
    company = await openCompany();
    advisor = await openWorkplace(company, ana);
    required(await advisor.commands.insertFormat("customers", { from: null }));
    advisor.excel.host.user.paste("D6", [
      customer("001", "Uno"),
      customer("002", "Dos"),
      customer("003", "Tres"),
    ]);
    required(await advisor.commands.synchronise());
    director = await openWorkplace(company, diana);
    required(await director.commands.insertFormat("customers", { from: null }));
  }, 120_000);
  afterAll(async () => {
    await advisor.leave();
    await director.leave();
    await company.stop();
  });

  test("what one wrote the other gets when inserting the format, texts as texts, computed columns filled", async () => {
    const cells = await tableCells(director, table);
    expect(
      cells.map((row) => [row["Número de cuenta contrato"], row["Nombre o razón social"], row["DV"]]),
    ).toEqual([
      ["001", "Uno", 6],
      ["002", "Dos", 6],
      ["003", "Tres", 6],
    ]);
    expect(new Set(cells.map((row) => row["Estado"]))).toEqual(new Set(["Sincronizada"]));
    expect(cells[0]?.["Celular"]).toBe("3001234567");
  });

  test("changes of different columns of one row merge, and only that row travels", async () => {
    await type(advisor, "001", "Barrio", "Centro");
    await type(director, "001", "Contrato No.", "C-77");
    required(await advisor.commands.synchronise());
    const before = director.network.requests.length;
    expect(required(await director.commands.synchronise())).toMatchObject({ sent: 1, inConflict: 0 });
    expect(pushedIds(director, before)).toHaveLength(1);
    expect(await valueAt(director, "001", "Barrio")).toBe("Centro");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "001", "Contrato No.")).toBe("C-77");
    expect(required(await advisor.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  });

  test("a fetch updates clean rows in place and leaves changed ones alone", async () => {
    await type(director, "002", "Barrio", "Norte");
    await type(director, "003", "Barrio", "Sur");
    required(await director.commands.synchronise());
    await type(advisor, "003", "Dirección", "Calle 3");
    advisor.excel.host.user.type(await cellAt(advisor, "003", "Uso"), "¿?");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "002", "Barrio")).toBe("Norte");
    expect(await valueAt(advisor, "003", "Barrio")).toBe("");
    expect(await valueAt(advisor, "003", "Estado")).toBe("Con errores");
    await type(advisor, "003", "Uso", "Comercial");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "003", "Barrio")).toBe("Sur");
    expect(await valueAt(advisor, "003", "Estado")).toBe("Sincronizada");
  });

  test("the same field changed by both is a conflict for the second, marked, and nothing is overwritten", async () => {
    await type(advisor, "001", "Nombre o razón social", "Uno de Ana");
    await type(director, "001", "Nombre o razón social", "Uno de Diana");
    required(await advisor.commands.synchronise());
    expect(required(await director.commands.synchronise())).toMatchObject({ sent: 0, inConflict: 1 });
    const [conflict] = director.getState().conflicts;
    expect(conflict).toMatchObject({
      column: "name",
      base: "Uno",
      mine: "Uno de Diana",
      theirs: "Uno de Ana",
      by: ana.name,
    });
    expect(await valueAt(director, "001", "Estado")).toBe("En conflicto");
    expect(await valueAt(director, "001", "Marcas")).toBe("!Nombre o razón social!");
    expect(await valueAt(director, "001", "Nombre o razón social")).toBe("Uno de Diana");
  });

  test("keeping mine sends it as a change of theirs; other columns of theirs arrive with it", async () => {
    await type(advisor, "001", "Barrio", "Otro");
    required(await advisor.commands.synchronise());
    const [conflict] = director.getState().conflicts;
    if (!conflict) throw new Error("no conflict");
    required(await director.commands.resolveConflicts([conflict], "mine"));
    expect(director.getState().conflicts).toEqual([]);
    expect(await valueAt(director, "001", "Estado")).toBe("Sincronizada");
    expect(await valueAt(director, "001", "Barrio")).toBe("Otro");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "001", "Nombre o razón social")).toBe("Uno de Diana");
  });

  test("taking theirs puts it into the cell and saves what else I changed", async () => {
    await type(advisor, "002", "Nombre o razón social", "Dos de Ana");
    await type(director, "002", "Nombre o razón social", "Dos de Diana");
    await type(director, "002", "Contrato No.", "C-2");
    required(await advisor.commands.synchronise());
    required(await director.commands.synchronise());
    const [conflict] = director.getState().conflicts;
    if (!conflict) throw new Error("no conflict");
    required(await director.commands.resolveConflicts([conflict], "theirs"));
    expect(await valueAt(director, "002", "Nombre o razón social")).toBe("Dos de Ana");
    expect(await valueAt(director, "002", "Estado")).toBe("Sincronizada");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "002", "Contrato No.")).toBe("C-2");
  });

  test("a key that a row of the service has is said with the row's number, and blocks nobody else", async () => {
    await type(advisor, "003", "Número de cuenta contrato", "001");
    required(await advisor.commands.validate());
    const [issue] = advisor.getState().issues;
    expect(issue).toMatchObject({
      row: 8,
      issue: { code: "duplicate", column: "account", details: { row: 6 } },
    });
  });

  test("whoever signs out while it synchronises leaves nothing of what was learned to the next", async () => {
    await type(advisor, "003", "Número de cuenta contrato", "003");
    await type(advisor, "001", "Nombre o razón social", "Otra vez Ana");
    await type(director, "001", "Nombre o razón social", "Otra vez Diana");
    required(await advisor.commands.synchronise());
    let signingOut: Promise<void> | undefined;
    director.network.onRequest = (path) => {
      if (path.endsWith("/push")) signingOut ??= director.commands.signOut();
    };
    await director.commands.synchronise();
    expect(signingOut).toBeDefined();
    await signingOut;
    expect(director.getState()).toMatchObject({ phase: "signed-out", me: null, conflicts: [], issues: [] });
  });
});
