import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { callIn } from "./colleague.ts";
import { ana, openCompany, type Company } from "./company.ts";
import { cell, header, openWithVisits, table } from "./visit-table.ts";
import { openWorkplace, pushedIds, required, tableCells, type Network, type Workplace } from "./workplace.ts";

/** What the service runs with is told when a stream begins: other definitions, and another history. */
const undoable = { requirementSets: { ExcelUndoApiAll: "1.0" }, live: true } as const;
const sheet = "Control visitas y vinculaciones";

let company: Company;
let place: Workplace;
let time: number;
beforeEach(async () => {
  company = await openCompany();
  time = Date.parse("2026-03-15T17:00:00Z");
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const clock = () => new Date(time);
const notes = async () => (await tableCells(place, table)).map((row) => row[header("notes")]);

/** Ana's three visits, sent, in a workbook that is opened again by a pane that works by itself. */
async function openSent(network?: Network): Promise<void> {
  const first = await openWithVisits(company);
  required(await first.commands.synchronise());
  const file = first.excel.save();
  await first.leave();
  place = await openWorkplace(company, ana, { ...undoable, clock, file, ...(network ? { network } : {}) });
  place.excel.host.user.activate(sheet);
  await place.excel.host.settled();
}

test("definitions that changed are said as soon as the service tells them; what was typed stays, and nothing is done by itself", async () => {
  const hello = `event: hello\ndata: ${JSON.stringify({ epoch: "e", schema: "otras", role: "advisor" })}\n\n`;
  const headers = { "content-type": "text/event-stream" };
  const refuse = (path: string) => (path === "/api/live" ? new Response(hello, { headers }) : undefined);
  await openSent({ state: "up", requests: [], refuse });
  place.excel.host.user.type(cell(0, "notes"), "Queda");
  await place.moment();
  time += 600_000;
  await place.passTime(9_000, ({ failure }) => failure?.code === "schema-changed");
  place.comeOnline();
  await Promise.race([
    place.passTime(400_000, () => false),
    new Promise((resolve) => setTimeout(resolve, 60)),
  ]);
  expect(pushedIds(place)).toEqual([]);
  expect(await notes()).toEqual(["Queda", "", ""]);
  expect(place.getState().links[0]).toMatchObject({ pending: 1 });
});

test("a column that the record gained since its format was inserted is missing, and comes with what is stored", async () => {
  const first = await openWithVisits(company);
  required(await first.commands.synchronise());
  const [, id = ""] = pushedIds(first);
  const workbook = createWorkbook(first.excel);
  const { registry } = await workbook.open("");
  // As the definition was before it had observations.
  const [link] = registry.links;
  if (!link) throw new Error("nothing is linked");
  const { notes: _, ...columns } = link.columns;
  const defined = (link.defined ?? []).filter((key) => key !== "notes");
  await workbook.saveLinks([{ ...link, columns, defined }], registry.workbook);
  first.excel.host.user.deleteColumns("T:T");
  await first.excel.host.settled();
  const file = first.excel.save();
  await first.leave();
  await (await callIn(company, ana, "visits")).change(id, { notes: "Ya está guardada" });
  place = await openWorkplace(company, ana, { clock, file });
  const [shown] = place.getState().links;
  expect(shown).toMatchObject({ pending: 0, troubles: [{ code: "column-missing", column: "notes" }] });
  required(await place.commands.restoreHeaders(shown?.id ?? ""));
  expect(await notes()).toEqual(["", "Ya está guardada", ""]);
  required(await place.commands.synchronise());
  expect(place.getState()).toMatchObject({ conflicts: [], links: [{ pending: 0, troubles: [] }] });
});

test("another history is heard of by itself: what came after the backup is offered again, what is there is brought", async () => {
  await openSent();
  const putBack = await company.backUp();
  place.excel.host.user.type(cell(1, "notes"), "Después de la copia");
  await place.moment();
  required(await place.commands.synchronise());
  time += 600_000;
  await putBack();
  const other = await callIn(company, ana, "visits");
  const stored = async () => {
    const asked = { schema: (await schema(other)) ?? "", sheet: "visits", since: null };
    return required(await other.api.pull(asked)).rows;
  };
  const ids = (await stored()).map(({ id }) => id);
  const versions = async () => {
    const rows = new Map((await stored()).map(({ id, version }) => [id, version]));
    return ids.map((id) => rows.get(id));
  };
  await other.change(ids[2] ?? "", { notes: "En la otra historia" });
  const [, , theirs] = await versions();
  const sent = pushedIds(place).length;
  const isThere = async () => (await notes()).join() === ",Después de la copia,En la otra historia";
  let isDone = false;
  const look = async () => {
    for (; !isDone; await new Promise((resolve) => setTimeout(resolve, 5)))
      isDone = pushedIds(place).length > sent && (await isThere());
  };
  await Promise.all([look(), place.passTime(9_000, () => isDone)]);
  // What a colleague wrote meanwhile may be asked about too; it stays as it is.
  expect(pushedIds(place).slice(sent)).toContain(ids[1]);
  expect(pushedIds(place).slice(sent)).not.toContain(ids[0]);
  await place.passTime(9_000, ({ retryAt, links }) => retryAt === null && links[0]?.pending === 0);
  expect(place.getState().failure).toBeNull();
  expect(await versions()).toEqual([1, theirs, theirs]);
});

test("another history is noticed as well where its beginning was an outage that the pane saw", async () => {
  await openSent();
  const putBack = await company.backUp();
  await sendAfterTheCopy();
  place.network.state = "down";
  expect(await place.commands.receive()).toMatchObject({ failure: { code: "offline" } });
  await putBack();
  place.network.state = "up";
  await expectOfferedAgain();
});

test("another history is noticed as well by a pane that is opened after it began", async () => {
  await openSent();
  const putBack = await company.backUp();
  await sendAfterTheCopy();
  const file = place.excel.save();
  await place.leave();
  await putBack();
  place = await openWorkplace(company, ana, { ...undoable, clock, file });
  await expectOfferedAgain();
});

async function sendAfterTheCopy(): Promise<void> {
  place.excel.host.user.type(cell(1, "notes"), "Después de la copia");
  await place.moment();
  required(await place.commands.synchronise());
  time += 600_000;
}

/** The service gets back what came after the backup, without anybody asking for that. */
async function expectOfferedAgain(): Promise<void> {
  const other = await callIn(company, ana, "visits");
  const asked = { schema: (await schema(other)) ?? "", sheet: "visits", since: null };
  let isThere = false;
  const look = async () => {
    for (; !isThere; await new Promise((resolve) => setTimeout(resolve, 50)))
      isThere = JSON.stringify(required(await other.api.pull(asked))).includes("Después de la copia");
  };
  await Promise.all([look(), place.passTime(400_000, () => isThere)]);
  await place.passTime(400_000, ({ retryAt, links }) => retryAt === null && links[0]?.pending === 0);
  expect(place.getState().failure).toBeNull();
  expect(await notes()).toEqual(["", "Después de la copia", ""]);
}

const schema = async ({ api }: Awaited<ReturnType<typeof callIn>>) => {
  const me = await api.me();
  return me.ok ? me.value.schema : undefined;
};
