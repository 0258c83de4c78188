import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureSchema, limits } from "../../shared/contract.ts";
import {
  newId,
  password,
  row,
  startCompany,
  unbounded,
  type Colleague,
  type Company,
} from "./support/company.ts";
import { visit } from "./support/rows.ts";

let company: Company;
let advisor: Colleague;
const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

beforeAll(async () => {
  company = await startCompany({
    log: pino({ level: "debug" }, sink),
    origins: ["https://ventas.aseo.example"],
  });
  advisor = await company.colleague("advisor", "Ana Asesora");
});
afterAll(() => company.stop());

const failureOf = async (response: Response) => failureSchema.parse(await response.json());

describe("every answer", () => {
  test("is never stored, names its request, and tells browsers to be strict", async () => {
    const response = await advisor.request("/me");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{20,}$/);
  });

  test("of what is not there says so with a code", async () => {
    const response = await company.service.app.request("/nada");
    expect(response.status).toBe(404);
    expect(await failureOf(response)).toMatchObject({ code: "not-found" });
    expect((await advisor.request("/nada")).status).toBe(404);
    for (const path of [
      "/indicators/nada?first=2026-01&last=2026-01",
      "/tables/nada?first=2026-01&last=2026-01",
      "/history/nada/1",
    ]) {
      expect((await advisor.request(path)).status).toBe(404);
    }
  });

  test("may be read by the pane's origin only", async () => {
    const ask = (origin: string) => advisor.request("/me", { headers: { origin } });
    expect((await ask("https://ventas.aseo.example")).headers.get("access-control-allow-origin")).toBe(
      "https://ventas.aseo.example",
    );
    for (const origin of ["https://ventas.aseo.example.malo.co", "http://ventas.aseo.example", "null"]) {
      expect((await ask(origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("health needs no account", async () => {
    expect(await (await company.service.app.request("/health")).json()).toMatchObject({ status: "ok" });
    expect(await (await company.service.app.request("/api/health")).json()).toMatchObject({ status: "ok" });
  });
});

describe("input", () => {
  test("over a megabyte is too large, announced or not", async () => {
    const body = JSON.stringify({ pad: "x".repeat(limits.bodyBytes) });
    const response = await advisor.request("/push", { method: "POST", body });
    expect(response.status).toBe(413);
    expect(await failureOf(response)).toMatchObject({ code: "too-large" });
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const streamed = await advisor.request("/push", {
      method: "POST",
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test.each([
    ["{", ""],
    ["[]", ""],
    [JSON.stringify({ pushId: "1", schema: "x", workbook: "L", rows: [] }), "pushId"],
    [JSON.stringify({ pushId: newId(), schema: "x", workbook: "L", rows: [] }), "rows"],
    [
      JSON.stringify({
        pushId: newId(),
        schema: "x",
        workbook: "L",
        rows: [{ sheet: "visits", id: newId(), base: -1, values: {} }],
      }),
      "rows.0.base",
    ],
    [
      JSON.stringify({
        pushId: newId(),
        schema: "x",
        workbook: "L",
        rows: [{ sheet: "visits", id: newId(), base: 0, values: { notes: { a: 1 } } }],
      }),
      "rows.0.values.notes",
    ],
    [
      JSON.stringify({
        pushId: newId(),
        schema: "x",
        workbook: "L",
        rows: Array.from({ length: 1_001 }, () => row("visits", {})),
      }),
      "rows",
    ],
  ])("that is malformed is refused with the field: %s", async (body, field) => {
    const response = await advisor.request("/push", { method: "POST", body });
    expect(response.status).toBe(400);
    expect(await failureOf(response)).toMatchObject({ code: "bad-request", field });
  });

  test("made for other definitions is refused before it is looked at", async () => {
    const body = {
      pushId: newId(),
      schema: "otras",
      workbook: "L",
      rows: [row("visits", visit(advisor.id))],
    };
    const response = await advisor.post("/push", body);
    expect(response.status).toBe(409);
    expect(await failureOf(response)).toMatchObject({ code: "schema-changed" });
    const pull = await advisor.post("/pull", { schema: "otras", sheet: "visits", since: null });
    expect(pull.status).toBe(409);
  });

  test("names the rows of a history as the service does", async () => {
    for (const id of ["1", "nada", newId().toUpperCase(), `${newId()}0`]) {
      const response = await advisor.request(`/history/visits/${id}`);
      expect([response.status, await failureOf(response)]).toMatchObject([
        400,
        { code: "bad-request", field: "id" },
      ]);
    }
    expect((await advisor.request(`/history/visits/${newId()}`)).status).toBe(404);
  });

  test("names records that exist", async () => {
    await expect(advisor.push([row("nada", {})])).rejects.toThrow(/bad-request.*rows\.0\.sheet/);
    await expect(advisor.pull("nada")).rejects.toThrow(/bad-request/);
  });
});

test("whoever asks too often waits", async () => {
  const small = await startCompany({ bounds: { ...unbounded, requestsPerMinute: 3 } });
  const person = await small.colleague("director");
  for (let count = 0; count < 3; count += 1) expect((await person.request("/me")).status).toBe(200);
  const refused = await person.request("/me");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await small.stop();
});

test("the log holds neither tokens nor passwords nor anybody's data", async () => {
  await advisor.save(row("visits", visit(advisor.id, { contact: "Contacto Secreto", mobile: "3005554433" })));
  await advisor.request("/history/visits/x?token=en-la-direccion");
  const log = lines.join("");
  expect(log).toContain('"path":"/api/push"');
  for (const secret of [
    advisor.token,
    advisor.token.split(".")[0] ?? "",
    password,
    advisor.email,
    advisor.name,
    "Contacto Secreto",
    "3005554433",
    "en-la-direccion",
  ]) {
    expect(log).not.toContain(secret);
  }
});
