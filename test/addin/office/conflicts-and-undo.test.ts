import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellConflict } from "../../../addin/sync/session.ts";
import { ana, diana, openCompany, type Company } from "./company.ts";
import { cellAt, customer, table, type, valueAt } from "./customer-table.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";

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

const name = "Nombre o razón social";

/** Both change the same fields of a row, and the second sends last. */
async function collide(account: string, fields: Readonly<Record<string, readonly [string, string]>>) {
  for (const [header, [theirs, mine]] of Object.entries(fields)) {
    await type(advisor, account, header, theirs);
    await type(director, account, header, mine);
  }
  required(await advisor.commands.synchronise());
  await director.commands.synchronise();
  return director.getState().conflicts;
}

async function fillAt(place: Workplace, address: string): Promise<string> {
  return place.excel.Excel.run(async (context) => {
    const cell = context.workbook.tables.getItem(table).worksheet.getRange(address);
    cell.load({ format: { fill: { color: true } } });
    await context.sync();
    return cell.format.fill.color;
  });
}

describe("a field that two people changed", () => {
  test("is marked until it is decided, field by field, and the person's own fill stays", async () => {
    const address = await cellAt(director, "001", name);
    await director.excel.Excel.run(async (context) => {
      context.workbook.tables.getItem(table).worksheet.getRange(address).format.fill.color = "#00FF00";
      await context.sync();
    });
    const conflicts = await collide("001", {
      [name]: ["Uno de Ana", "Uno de Diana"],
      Barrio: ["Norte", "Sur"],
    });
    expect(conflicts).toMatchObject([{ by: ana.name }, { by: ana.name }]);
    expect(await valueAt(director, "001", "Marcas")).toBe(`!${name}!!Barrio!`);
    const ofName = conflicts.filter(({ column }) => column === "name");
    required(await director.commands.resolveConflicts(ofName, "theirs"));
    expect(await valueAt(director, "001", "Marcas")).toBe("!Barrio!");
    expect(await valueAt(director, "001", name)).toBe("Uno de Ana");
    required(await director.commands.resolveConflicts(director.getState().conflicts, "mine"));
    expect(await valueAt(director, "001", "Marcas")).toBe("");
    expect(await valueAt(director, "001", "Estado")).toBe("Sincronizada");
    expect(await fillAt(director, address)).toBe("#00FF00");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "001", "Barrio")).toBe("Sur");
  });

  test("that somebody changed again since it was shown is asked about again", async () => {
    const shown = await collide("002", { [name]: ["Dos de Ana", "Dos de Diana"] });
    await type(advisor, "002", name, "Dos, otra vez Ana");
    required(await advisor.commands.synchronise());
    required(await director.commands.resolveConflicts(shown, "mine"));
    expect(director.getState().conflicts).toMatchObject([
      { mine: "Dos de Diana", theirs: "Dos, otra vez Ana" },
    ] satisfies readonly Partial<CellConflict>[]);
    expect(await valueAt(director, "002", name)).toBe("Dos de Diana");
    required(await director.commands.resolveConflicts(director.getState().conflicts, "mine"));
    expect(director.getState().conflicts).toEqual([]);
  });

  test("ends by itself once the cell says what the other wrote, and another value still waits", async () => {
    await collide("003", { [name]: ["Tres de Ana", "Tres de Diana"] });
    await type(director, "003", name, "Una tercera cosa");
    await director.quietMoment();
    expect(director.getState().conflicts).toMatchObject([
      { mine: "Una tercera cosa", theirs: "Tres de Ana" },
    ]);
    await type(director, "003", name, "Tres de Ana");
    await director.quietMoment();
    expect(director.getState().conflicts).toEqual([]);
    required(await director.commands.synchronise());
    expect(await valueAt(director, "003", "Estado")).toBe("Sincronizada");
  });

  test("can be decided in a row that is wrong elsewhere; the wrong cell stays as it is", async () => {
    await collide("003", { [name]: ["Tres A", "Tres D"] });
    await type(director, "003", "Uso", "¿?");
    await director.quietMoment();
    required(await director.commands.resolveConflicts(director.getState().conflicts, "mine"));
    expect(director.getState().conflicts).toEqual([]);
    expect(await valueAt(director, "003", "Uso")).toBe("¿?");
    required(await advisor.commands.synchronise());
    expect(await valueAt(advisor, "003", name)).toBe("Tres D");
    await type(director, "003", "Uso", "Comercial");
    required(await director.commands.synchronise());
    expect(await valueAt(director, "003", "Estado")).toBe("Sincronizada");
  });

  test("is shown again by another computer that opens the file, once it synchronises", async () => {
    await collide("003", { [name]: ["Tres X", "Tres Y"] });
    const elsewhere = await openWorkplace(company, diana, { file: director.excel.save() });
    expect(elsewhere.getState().links).toMatchObject([{ pending: 1 }]);
    expect(await valueAt(elsewhere, "003", name)).toBe("Tres Y");
    await elsewhere.commands.synchronise();
    expect(elsewhere.getState().conflicts).toMatchObject([
      { mine: "Tres Y", theirs: "Tres X", base: "Tres D" },
    ]);
    await elsewhere.leave();
    required(await director.commands.resolveConflicts(director.getState().conflicts, "theirs"));
  });
});

test("a sending is taken back from the sheet where it was sent, and again", async () => {
  const accounts = async (place: Workplace) =>
    (await tableCells(place, table)).map((line) => line["Número de cuenta contrato"]);
  advisor.excel.host.user.paste("D9", [customer("004", "Cuatro")]);
  await type(advisor, "002", "Barrio", "Centro");
  required(await advisor.commands.synchronise());
  const { lastSending } = advisor.getState();
  if (!lastSending) throw new Error("nothing was sent");
  expect(lastSending.rows).toBe(2);
  expect(required(await advisor.commands.previewUndo(lastSending.act))).toMatchObject({
    sheets: [{ sheet: "customers", changed: 1, voided: 1 }],
    keptRows: 0,
  });
  required(await advisor.commands.undoSending(lastSending.act, "Se deshizo el envío"));
  expect(advisor.getState()).toMatchObject({ lastSending: null, links: [{ pending: 0 }] });
  expect(await accounts(advisor)).toEqual(["001", "002", "003"]);
  expect(await valueAt(advisor, "002", "Barrio")).toBe("");
  await advisor.commands.loadSendings();
  const [undo, sent] = advisor.getState().sendings?.list ?? [];
  expect([undo?.undoes, sent?.undone]).toEqual([lastSending.act, true]);
  required(await advisor.commands.undoSending(undo?.act ?? "", "Se rehizo el envío"));
  expect(await accounts(advisor)).toEqual(["001", "002", "003", "004"]);
  expect(await valueAt(advisor, "002", "Barrio")).toBe("Centro");
});

test("the history of a cell tells who wrote what from which file, and an older value is written as if typed", async () => {
  director.excel.host.user.select(await cellAt(director, "001", name));
  await director.excel.host.settled();
  await director.commands.loadHistory();
  const history = director.getState().cellHistory;
  expect(history).toMatchObject({ stage: "ready", column: "name", more: false });
  expect(history?.versions).toMatchObject([
    { before: "Uno", after: "Uno de Ana", by: ana.name },
    { before: null, after: "Uno", by: ana.name },
  ]);
  expect(history?.versions[0]?.file).not.toContain(" · ");
  if (!history) throw new Error("no history");
  expect(required(await director.commands.restoreCell(history, "Uno"))).toEqual({ restored: true });
  expect(await valueAt(director, "001", name)).toBe("Uno");
  expect(director.getState().links).toMatchObject([{ pending: 1 }]);
  required(await director.commands.synchronise());
  await director.commands.loadHistory();
  expect(director.getState().cellHistory?.versions[0]).toMatchObject({ before: "Uno de Ana", after: "Uno" });
});
