import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen, type Listener } from "../../../server/listen.ts";
import { newId, row, signIn, startCompany, type Colleague, type Company } from "../support/company.ts";
import { eventsOf, type LiveEvents } from "../support/live-events.ts";
import { sale, visit } from "../support/rows.ts";

/** The stream of live notices over HTTP, from the service that runs. */
let company: Company;
let listener: Listener;
let ana: Colleague;
let luis: Colleague;
let director: Colleague;
beforeAll(async () => {
  company = await startCompany({ liveTimes: { beat: 30, gather: 1 } });
  listener = await listen(company.service.app.fetch, { port: 0, host: "127.0.0.1" });
  ana = await company.colleague("advisor", "Ana Asesora");
  luis = await company.colleague("advisor", "Luis Asesor");
  director = await company.colleague("director", "Diana Directora");
});
afterAll(async () => {
  company.service.endStreams();
  await listener.close(1_000);
  await company.stop();
});

interface From {
  readonly pane?: string;
  readonly since?: { readonly epoch: string; readonly seq: number };
  readonly token?: string;
}

function ask(who: Colleague, { pane = newId(), since, token = who.token }: From = {}): Promise<Response> {
  const place = since ? { epoch: since.epoch, seq: String(since.seq) } : {};
  const address = listener.address.replace("localhost", "127.0.0.1");
  return fetch(`${address}/api/live?${new URLSearchParams({ pane, ...place })}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

async function open(who: Colleague, from: From = {}): Promise<LiveEvents> {
  const events = eventsOf(await ask(who, from));
  expect((await events.next()).name).toBe("hello");
  // From the first sign of life on what happens is told.
  await events.anything();
  return events;
}

const changed = (...sheets: readonly string[]) => ({ name: "changed", content: { sheets } });

test("begins with what the service runs with, is not kept by anybody, and shows signs of life", async () => {
  const response = await ask(ana);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("cache-control")).toContain("no-store");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  const events = eventsOf(response);
  const { epoch } = await ana.get<{ epoch: string }>("/me");
  expect(await events.next()).toEqual({
    name: "hello",
    content: { epoch, schema: company.schema, role: "advisor" },
  });
  expect((await events.anything()).name).toBe("beat");
  expect((await events.anything()).name).toBe("beat");
  await events.cancel();
});

describe("a notice", () => {
  test("tells the records of which one sees a change, and nothing of those that one does not see", async () => {
    const [hers, his, all] = [await open(ana), await open(luis), await open(director)];
    await luis.save(row("visits", visit(luis.id)));
    expect(await his.next()).toEqual(changed("visits"));
    expect(await all.next()).toEqual(changed("visits"));
    await director.save(row("sales", sale(ana.id, 500_000)));
    // The first that Ana hears is of her sale: of Luis's visit she heard nothing, nor how much there was between.
    expect(await hers.next()).toEqual(changed("sales"));
    for (const events of [hers, his, all]) await events.cancel();
  });

  test("tells once that a row left somebody, and nothing of what becomes of it afterwards", async () => {
    const one = row("sales", sale(ana.id, 900_000));
    await director.save(one);
    const hers = await open(ana);
    const given = await director.save({ ...one, base: 1, values: sale(luis.id, 900_000) });
    expect(given).toMatchObject({ result: "saved" });
    expect(await hers.next()).toEqual(changed("sales"));
    await director.save({ ...one, base: 2, values: sale(luis.id, 950_000) });
    await ana.save(row("visits", visit(ana.id)));
    expect(await hers.next()).toEqual(changed("visits"));
    await hers.cancel();
  });

  test("tells of void rows", async () => {
    const one = row("visits", visit(ana.id));
    await ana.save(one);
    const hers = await open(ana);
    const rows = [{ id: one.id, base: 1 }];
    await ana.post("/void", { sheet: "visits", rows, reason: "Repetida", workbook: "Libro" });
    expect(await hers.next()).toEqual(changed("visits"));
    await hers.cancel();
  });

  test("tells at once what changed since the place that a pane had come to", async () => {
    const { next: since } = await ana.pull("visits");
    await luis.save(row("visits", visit(luis.id)));
    const nothing = eventsOf(await ask(ana, { since }));
    await nothing.next();
    expect((await nothing.anything()).name).toBe("beat");
    await nothing.cancel();
    await ana.save(row("visits", visit(ana.id)));
    const events = eventsOf(await ask(ana, { since }));
    await events.next();
    expect(await events.next()).toEqual(changed("visits"));
    await events.cancel();
  });

  test("tells a place of another history by its name alone", async () => {
    const events = eventsOf(await ask(ana, { since: { epoch: "otra", seq: 0 } }));
    expect((await events.next()).name).toBe("hello");
    expect((await events.anything()).name).toBe("beat");
    await events.cancel();
  });
});

describe("a stream ends", () => {
  test("when its session does, and tells nothing after that", async () => {
    const token = await signIn(company.service, ana.email);
    const events = await open(ana, { token });
    await company.service.app.request("/api/auth/sign-out", {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    await ana.save(row("visits", visit(ana.id)));
    expect(await events.next()).toEqual({ name: "bye", content: { why: "session-ended" } });
    expect((await events.next()).name).toBe("end");
  });

  test("when the same pane asks again; a fifth pane of one person waits, and others do not", async () => {
    const quality = await company.colleague("quality", "Carlos Calidad");
    const pane = newId();
    const first = await open(quality, { pane });
    const others = [await open(quality), await open(quality), await open(quality)];
    const fifth = await ask(quality);
    expect(fifth.status).toBe(429);
    expect(Number(fifth.headers.get("retry-after"))).toBeGreaterThan(0);
    const again = await open(quality, { pane });
    expect(await first.next()).toEqual({ name: "bye", content: { why: "replaced" } });
    await (await open(luis)).cancel();
    for (const events of [...others, again]) await events.cancel();
    await expect.poll(async () => (await ask(quality, { pane })).status).toBe(200);
  });

  test("when the service does, which waits for no stream, and begins none", async () => {
    const other = await startCompany();
    const door = await listen(other.service.app.fetch, { port: 0, host: "127.0.0.1" });
    const someone = await other.colleague("director");
    const address = door.address.replace("localhost", "127.0.0.1");
    const headers = { authorization: `Bearer ${someone.token}` };
    const events = eventsOf(await fetch(`${address}/api/live?pane=${newId()}`, { headers }));
    await events.next();
    other.service.endStreams();
    expect(await events.next()).toEqual({ name: "bye", content: { why: "stopping" } });
    const late = await someone.request(`/live?pane=${newId()}`);
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
    await door.close(60_000);
    await other.stop();
  });
});
