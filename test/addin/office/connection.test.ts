import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTokenStore } from "../../../addin/api/token-store.ts";
import type { PaneState } from "../../../addin/sync/session.ts";
import { callIn, type Colleague } from "./colleague.ts";
import { ana, openCompany, password, type Company } from "./company.ts";
import { cell, header, table, visit } from "./visit-table.ts";
import {
  openWorkplace,
  pushedIds,
  required,
  tableCells,
  type Network,
  type Workplace,
  type WorkplaceOptions,
} from "./workplace.ts";

/** What a pane does without being asked: it hears of others' changes, brings them, and tries again what did not get through. */
const undoable = { requirementSets: { ExcelUndoApiAll: "1.0" } } as const;
const sheet = "Control visitas y vinculaciones";
/** Milliseconds of what is put off for the person's sake; what the pane does where streams do not get through is later. */
const soon = 9_000;
/** What is put off for want of a network. */
const whileOffline = 400_000;

let company: Company;
let other: Colleague;
let ids: readonly string[];
let places: Workplace[];
let clock: { at: number };
beforeEach(async () => {
  company = await openCompany();
  places = [];
  clock = { at: Date.parse("2026-03-15T17:00:00Z") };
  other = await callIn(company, ana, "visits");
  ids = [await other.add(planned("Alba")), await other.add(planned("Berta"))];
}, 120_000);
afterEach(async () => {
  for (const place of places) await place.leave();
  await company.stop();
});

const planned = (customer: string) => ({
  plannedOn: "2026-03-20",
  advisor: other.id,
  customer,
  visitType: "potential",
  market: "regulated",
  purpose: "linking",
});
const changeAlba = (notes: string) => other.change(ids[0] ?? "", { notes });

async function open(options: WorkplaceOptions): Promise<Workplace> {
  const place = await openWorkplace(company, ana, {
    ...options,
    live: true,
    clock: () => new Date(clock.at),
  });
  places.push(place);
  if (!options.file) required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.activate(sheet);
  await place.excel.host.settled();
  return place;
}

/** Types into a cell, and lets some minutes pass. */
async function edit(place: Workplace, row: number, column: string, text: string): Promise<void> {
  place.excel.host.user.type(cell(row, column), text);
  await place.moment();
  clock.at += 10 * 60_000;
}

async function failToSend(place: Workplace): Promise<void> {
  place.network.state = "down";
  expect(await place.commands.synchronise()).toMatchObject({ ok: false, failure: { code: "offline" } });
  expect(place.getState().connection).toBe("offline");
}

const column = async (place: Workplace, key: string) =>
  (await tableCells(place, table)).map((row) => row[header(key)]);
const isSent = ({ links, retryAt }: PaneState) => links[0]?.pending === 0 && retryAt === null;
const allRows = async () => {
  const pulled = await other.api.pull({ schema: required(await schemaOf()), sheet: "visits", since: null });
  return pulled.ok ? pulled.value.rows.length : 0;
};
const schemaOf = async () => {
  const me = await other.api.me();
  return me.ok ? ({ ok: true, value: me.value.schema } as const) : me;
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Passes time in workplaces until something of the sheets holds. */
async function passUntil(at: readonly Workplace[], holds: () => boolean | Promise<boolean>): Promise<void> {
  let isSo = false;
  const look = async () => {
    for (; !isSo; await pause(5)) isSo = await holds();
  };
  await Promise.all([look(), ...at.map((place) => place.passTime(soon, () => isSo))]);
}

describe("what others changed", () => {
  test("comes by itself where Excel undoes it, beside the person's hand and not while they type in a cell", async () => {
    const place = await open(undoable);
    await edit(place, 1, "notes", "Mía");
    place.excel.host.user.paste(cell(2, "plannedOn"), [visit("Sin enviar")]);
    place.excel.host.user.select(cell(1, "notes"));
    await place.moment();
    clock.at += 60_000;
    place.excel.host.cellEdit.enter();
    await changeAlba("De otra persona");
    await place.passTime(soon, ({ incoming }) => incoming === 1);
    expect(place.getState().activity).toEqual({ kind: "idle" });
    place.excel.host.cellEdit.leave();
    await place.passTime(soon, ({ incoming }) => incoming === 0);
    expect(await column(place, "notes")).toEqual(["De otra persona", "Mía", ""]);
    // Nothing was sent, so that a new row has no name yet.
    expect((await tableCells(place, table))[2]?.["Referencia"]).toBe("");
    expect(pushedIds(place)).toEqual([]);
    await place.recount();
    expect(place.getState()).toMatchObject({
      failure: null,
      links: [{ pending: 2 }],
      selection: { row: 7, column: "notes" },
    });
  });

  test("is counted where a write would take from the person what Ctrl+Z undoes, and comes when asked for", async () => {
    const place = await open({});
    await edit(place, 1, "contact", "Marta");
    await changeAlba("De otra persona");
    await other.add(planned("Dora"));
    await place.passTime(soon, ({ incoming }) => incoming === 2);
    expect(await column(place, "notes")).toEqual(["", ""]);
    expect(required(await place.commands.receive())).toMatchObject({ sent: 0, received: 2 });
    expect(place.getState()).toMatchObject({ incoming: 0, links: [{ pending: 1, rows: 3 }] });
    expect(await column(place, "notes")).toEqual(["De otra persona", "", ""]);
    required(await place.commands.synchronise());
    // What this pane sent itself raises a notice as well, and is nothing to bring.
    await Promise.race([place.passTime(soon, ({ incoming }) => incoming > 0), pause(60)]);
    expect(place.getState().incoming).toBe(0);
  });

  test("is brought by one of two panes of a workbook, and by the other when it is asked", async () => {
    const first = await open(undoable);
    const both = [first, await open({ ...undoable, file: first.excel.save() })];
    await changeAlba("De otra persona");
    const notes = () => Promise.all(both.map(async (place) => (await column(place, "notes"))[0]));
    await passUntil(both, async () => (await notes()).includes("De otra persona"));
    await Promise.race([...both.map((place) => place.passTime(soon, () => false)), pause(60)]);
    expect(new Set(await notes())).toEqual(new Set(["", "De otra persona"]));
    for (const place of both) required(await place.commands.synchronise());
    expect(await notes()).toEqual(["De otra persona", "De otra persona"]);
  });
});

describe("a service that has nothing to give", () => {
  const pausedFor = (seconds: number) =>
    Response.json(
      { code: "unavailable", requestId: "x" },
      { status: 503, headers: { "retry-after": String(seconds) } },
    );
  const pulls = ({ network }: Workplace) =>
    network.requests.filter(({ path }) => path === "/api/pull").length;

  test("as it has no time is asked for others' changes no more than it says, whatever is heard meanwhile, and again by itself", async () => {
    let isPaused = false;
    const refuse = (path: string) => (isPaused && path === "/api/pull" ? pausedFor(600) : undefined);
    const place = await open({ ...undoable, network: { state: "up", requests: [], refuse } });
    await place.moment();
    clock.at += 60_000;
    isPaused = true;
    const before = pulls(place);
    await changeAlba("De otra persona");
    await place.passTime(soon, ({ retryAt }) => retryAt !== null);
    expect(Date.parse(place.getState().retryAt ?? "") - clock.at).toBe(600_000);
    await other.change(ids[1] ?? "", { notes: "También" });
    await Promise.race([place.passTime(soon, () => false), pause(150)]);
    expect(pulls(place) - before).toBe(1);
    expect(place.getState()).toMatchObject({ connection: "online", failure: null });
    isPaused = false;
    await place.passTime(600_000, ({ incoming, retryAt }) => incoming === 0 && retryAt === null);
    await passUntil([place], async () => (await column(place, "notes")).join() === "De otra persona,También");
  });

  test("as it failed is asked later each time, without a word about it", async () => {
    let isPaused = false;
    const refuse = (path: string) =>
      isPaused && path === "/api/pull"
        ? Response.json({ code: "internal", requestId: "x" }, { status: 500 })
        : undefined;
    const place = await open({ ...undoable, network: { state: "up", requests: [], refuse } });
    await place.moment();
    clock.at += 60_000;
    isPaused = true;
    await changeAlba("De otra persona");
    const waits: number[] = [];
    const next = async () => {
      const at = place.getState().retryAt;
      await place.passTime(whileOffline, ({ retryAt }) => retryAt !== null && retryAt !== at);
      waits.push(Date.parse(place.getState().retryAt ?? "") - clock.at);
    };
    for (let at = 0; at < 4; at += 1) await next();
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(place.getState()).toMatchObject({ failure: null, isPaused: true });
  });

  test("and has other definitions says so when others' changes are asked for", async () => {
    let isOther = false;
    const refuse = (path: string) =>
      isOther && path === "/api/pull"
        ? Response.json({ code: "schema-changed", requestId: "x" }, { status: 409 })
        : undefined;
    const place = await open({ ...undoable, network: { state: "up", requests: [], refuse } });
    await place.moment();
    clock.at += 60_000;
    isOther = true;
    await changeAlba("De otra persona");
    await place.passTime(soon, ({ failure }) => failure !== null);
    expect(place.getState()).toMatchObject({ failure: { code: "schema-changed" }, retryAt: null });
  });
});

describe("what the network did not let through", () => {
  test("goes by itself at once when there is a network again, once, without what a co-author typed", async () => {
    const place = await open(undoable);
    place.excel.host.remote.type(cell(0, "notes"), "De la coautora");
    await edit(place, 1, "notes", "Sin red");
    await failToSend(place);
    expect(Date.parse(place.getState().retryAt ?? "")).toBeGreaterThan(clock.at);
    place.network.state = "up";
    place.comeOnline();
    await place.passTime(soon, ({ links, retryAt }) => links[0]?.pending === 1 && retryAt === null);
    expect(place.getState()).toMatchObject({ connection: "online", failure: null });
    expect(pushedIds(place)).toEqual([ids[1]]);
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  });

  test("was typed in a workbook that was opened without network, and the first connection sends it", async () => {
    const tokenStore = createTokenStore(null);
    const before = await open({ ...undoable, tokenStore });
    await edit(before, 1, "notes", "Una semana sin red");
    const network: Network = { state: "down", requests: [] };
    const place = await open({ ...undoable, tokenStore, network, file: before.excel.save() });
    expect(place.getState()).toMatchObject({ connection: "offline", links: [{ pending: 1 }] });
    network.state = "up";
    await place.passTime(whileOffline, isSent);
    expect(pushedIds(place)).toEqual([ids[1]]);
  });

  test("waits as long as a service that has no time says, and for whoever must sign in again", async () => {
    let isPaused = true;
    const headers = { "retry-after": "600" };
    const refuse = (path: string) =>
      isPaused && path === "/api/push"
        ? Response.json({ code: "unavailable", requestId: "x" }, { status: 503, headers })
        : undefined;
    const place = await open({ ...undoable, network: { state: "up", requests: [], refuse } });
    await edit(place, 1, "notes", "En pausa");
    expect(await place.commands.synchronise()).toMatchObject({ failure: { code: "unavailable" } });
    expect(place.getState().isPaused).toBe(true);
    expect(Date.parse(place.getState().retryAt ?? "") - clock.at).toBe(600_000);
    isPaused = false;
    await place.passTime(600_000, isSent);
    expect(place.getState()).toMatchObject({ isPaused: false, failure: null });

    await edit(place, 0, "notes", "Sesión vencida");
    await company.people.setPassword(ana.email, `${password}!`);
    expect(await place.commands.synchronise()).toMatchObject({ failure: { code: "unauthenticated" } });
    required(await place.commands.signIn(ana.email, `${password}!`));
    await place.passTime(soon, isSent);
    expect(place.getState().connection).toBe("online");
  });

  test("waits for a minute without work in an Excel that undoes no writes of add-ins", async () => {
    const place = await open({});
    await edit(place, 1, "notes", "Sin red");
    await failToSend(place);
    place.excel.host.user.type(cell(0, "notes"), "Sigo escribiendo");
    await place.moment();
    place.network.state = "up";
    await place.passTime(whileOffline, ({ connection }) => connection === "online");
    await Promise.race([place.passTime(soon, () => false), pause(60)]);
    expect(pushedIds(place)).toEqual([]);
    clock.at += 2 * 60_000;
    await place.passTime(soon, isSent);
    expect(pushedIds(place)).toHaveLength(2);
  });

  test("is doubled by nobody although two panes of one workbook send it without the lease: versions decide", async () => {
    const refuse = (path: string) =>
      path === "/api/lease" ? Response.json({ result: "held", seconds: 30 }) : undefined;
    const network = (): Network => ({ state: "up", requests: [], refuse });
    const first = await open({ ...undoable, network: network() });
    await edit(first, 0, "notes", "La misma");
    first.excel.host.user.paste(cell(2, "plannedOn"), [visit("Dora")]);
    await first.moment();
    clock.at += 60_000;
    await failToSend(first);
    const second = await open({ ...undoable, network: network(), file: first.excel.save() });
    for (const place of [first, second]) {
      place.network.state = "up";
      place.comeOnline();
    }
    required(await second.commands.synchronise());
    await first.passTime(soon, isSent);
    expect(await allRows()).toBe(3);
    for (const place of [first, second]) expect(place.getState().conflicts).toEqual([]);
  });
});
