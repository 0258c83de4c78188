import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failureSchema } from "../../../shared/contract.ts";
import { listen, type Listener } from "../../../server/listen.ts";
import { startCompany, type Colleague, type Company } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { ask, openLine, type RawAnswer, type RawLine } from "./raw-line.ts";

const secret = "solo-del-servidor-88231";
const mostConnections = 40;

let company: Company;
let listener: Listener;
let person: Colleague;
let port: number;
let tried = 0;

beforeAll(async () => {
  const folder = temporaryFolder();
  const addinFolder = join(folder, "addin");
  mkdirSync(addinFolder);
  writeFileSync(join(addinFolder, "taskpane.html"), "<p>panel</p>");
  writeFileSync(join(folder, "secret.txt"), secret);
  company = await startCompany({ addinFolder });
  person = await company.colleague("director");
  listener = await listen(company.service.app.fetch, {
    port: 0,
    host: "127.0.0.1",
    connections: { headMilliseconds: 400, requestMilliseconds: 800, connections: mostConnections },
  });
  port = Number(new URL(listener.address).port);
});
afterAll(async () => {
  await listener.close(100);
  await company.stop();
  process.stdout.write(`attack: ${tried} cases over raw connections\n`);
});

/** One request by hand, after which the connection is to be closed. */
function requestOf(line: string, headers: readonly string[] = [], body = ""): string {
  return [line, "Host: localhost", "Connection: close", ...headers, "", body].join("\r\n");
}

/** Nothing of the service's insides, and a failure that the pane understands wherever it was refused. */
function expectCareful({ status, head, body }: RawAnswer, name: string): void {
  tried += 1;
  expect(body, name).not.toContain(secret);
  if (status === undefined || status < 300) return;
  expect(status, name).not.toBe(500);
  expect(head.toLowerCase(), name).toContain("cache-control: no-store");
  expect(head.toLowerCase(), name).not.toMatch(/^(server|x-powered-by):/m);
  if (body !== "") failureSchema.parse(JSON.parse(body));
  expect(body, name).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.ts\b/);
}

const up = async () => (await ask(port, requestOf("GET /health HTTP/1.1"))).status === 200;

test("paths lead to no file but the pane's", async () => {
  const page = await ask(port, requestOf("GET /taskpane.html HTTP/1.1"));
  expect(page.body).toContain("panel");
  const ways = [
    "..",
    "%2e%2e",
    "%2E.",
    "%252e%252e",
    "..%2f..",
    "..%5c..",
    "..\\..",
    "....//",
    ".%00.",
    "%c0%ae%c0%ae",
    "..;",
  ];
  const paths = ways.flatMap((way) => [
    `/${way}/secret.txt`,
    `/${way}/${way}/secret.txt`,
    `/taskpane.html/${way}/${way}/secret.txt`,
    `//${way}/secret.txt`,
    `/${way}%2fsecret.txt`,
    `/api/${way}/${way}/secret.txt`,
  ]);
  const odd = [
    "/secret.txt%00.html",
    "/%00",
    "/%",
    "/%zz",
    "/taskpane.html%00",
    "//etc/passwd",
    "/file:///etc/passwd",
    `/${"a".repeat(12_000)}`,
    "*",
    "taskpane.html",
    "http://malo.example/taskpane.html",
    "http://[::1",
    "/\u0001",
  ];
  for (const path of [...paths, ...odd]) {
    const answer = await ask(port, requestOf(`GET ${path} HTTP/1.1`));
    expectCareful(answer, path);
    expect(answer.body, path).not.toContain("root:");
  }
  expect(await up()).toBe(true);
});

test("what is hardly HTTP is refused, and the service goes on", async () => {
  const token = `Authorization: Bearer ${person.token}`;
  const body = "POST /api/pull HTTP/1.1";
  const requests: readonly string[] = [
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
    "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
    requestOf("GET /health HTTP/1.1", ["Host: malo.example"]),
    requestOf("GET /health HTTP/1.1", ["Bad Name: 1"]),
    requestOf("GET /health HTTP/1.1", ["X: a\u0000b"]),
    requestOf("GET /health HTTP/1.1", [" folded"]),
    requestOf("GET /health HTTP/1.1", [`X-Long: ${"a".repeat(40_000)}`]),
    requestOf(
      "GET /health HTTP/1.1",
      Array.from({ length: 3_000 }, (_, at) => `X-${at}: 1`),
    ),
    requestOf("GET /api/me HTTP/1.1", [token, token]),
    requestOf("GET /api/me HTTP/1.1", [`Authorization: Bearer ${"a".repeat(12_000)}`]),
    requestOf(body, [token, "Content-Length: -1"]),
    requestOf(body, [token, "Content-Length: 5", "Content-Length: 6"], "{}"),
    requestOf(body, [token, "Content-Length: 5", "Transfer-Encoding: chunked"], "0\r\n\r\n"),
    requestOf(body, [token, "Transfer-Encoding: chunked, identity"], "0\r\n\r\n"),
    requestOf(body, [token, "Transfer-Encoding: chunked"], "zz\r\n{}\r\n0\r\n\r\n"),
    requestOf(body, [token, "Transfer-Encoding: chunked"], "fffffffffffffffff\r\n{}\r\n"),
    requestOf(body, [token, "Content-Length: 2000000"], "{}"),
    requestOf(body, [token, "Content-Length: 1e3"], "{}"),
    requestOf(body, [token, "Expect: 200-ok", "Content-Length: 2"], "{}"),
    ...["TRACE", "CONNECT", "OPTIONS", "PUT", "DELETE", "PURGE", "MOVE", "QUERY", "get", "FOO"].map(
      (method) => requestOf(`${method} /api/me HTTP/1.1`, [token]),
    ),
    requestOf("GET /api/me HTTP/1.1", [token, "Upgrade: websocket", "Sec-WebSocket-Key: x"]).replace(
      "Connection: close",
      "Connection: Upgrade",
    ),
  ];
  // Those that only wait are closed by the limits of time.
  const answers = await Promise.all(requests.map((request) => ask(port, request)));
  for (const [at, answer] of answers.entries())
    expectCareful(answer, JSON.stringify(requests[at]?.slice(0, 80)));
  expect(await up()).toBe(true);
});

test("two tokens on one request are nobody's", async () => {
  const admin = await company.colleague("admin");
  const both = [person, admin].map(({ token }) => `Authorization: Bearer ${token}`);
  const { body } = await ask(port, requestOf("GET /api/me HTTP/1.1", both));
  // Node keeps the first of them; in no case does the second count.
  expect(body).not.toContain(admin.email);
});

test("a head that never ends and a body that never comes are given up, and do not hinder others", async () => {
  const heads = await Promise.all(Array.from({ length: 8 }, () => openLine(port)));
  const bodies = await Promise.all(Array.from({ length: 8 }, () => openLine(port)));
  const announced = requestOf("POST /api/pull HTTP/1.1", [
    `Authorization: Bearer ${person.token}`,
    "Content-Length: 900000",
  ]);
  for (const line of heads) line.say("GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-A: ");
  for (const line of bodies) line.say(`${announced}{`);
  const drip = setInterval(() => [...heads, ...bodies].forEach((line) => line.say("a")), 50);
  expect(await up()).toBe(true);
  const given = await Promise.all([...heads, ...bodies].map(({ closed }) => closed));
  clearInterval(drip);
  for (const answer of given) expectCareful(answer, "slow");
  expect(given.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 408));
  expect(given.slice(8).every(({ status }) => status === 408 || status === undefined)).toBe(true);
  expect(await up()).toBe(true);
});

test("connections beyond the most are closed as they come, and there is room again once some end", async () => {
  const held: RawLine[] = [];
  for (let count = 0; count < mostConnections; count += 1) held.push(await openLine(port));
  const beyond = await openLine(port);
  expect((await beyond.closed).status).toBeUndefined();
  tried += 1;
  for (const line of held) line.end();
  await expect.poll(up, { timeout: 30_000 }).toBe(true);
});
