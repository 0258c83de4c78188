import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failureSchema, pushAnswerSchema } from "../../../shared/contract.ts";
import { startChild, type Child } from "../support/child.ts";
import { newId, password, row, startCompany, type Colleague } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { visit } from "../support/rows.ts";

const secret = "s".repeat(40);
/** Bytes that the process may hold in the middle of the flood. */
const mostMemory = 900 * 1_048_576;

let child: Child;
let address: string;
let schema: string;
let people: readonly Colleague[];
const seen = new Map<number, number>();

beforeAll(async () => {
  const folder = temporaryFolder();
  const company = await startCompany({ folder, secret });
  people = [
    await company.colleague("advisor", "Ana Asesora"),
    await company.colleague("advisor", "Beto Asesor"),
    await company.colleague("director", "Diana Directora"),
  ];
  schema = company.schema;
  await company.stop();
  child = startChild("test/server/attack/flooded-service.ts", [folder, secret]);
  [, address = ""] = await child.says(/listening at (\S+)/);
  address = address.replace("localhost", "127.0.0.1");
});
afterAll(async () => {
  child.process.kill("SIGTERM");
  await child.ended;
});

test("a flood is answered as far as there is room, the rest is told when to come back, and nothing is lost", async () => {
  const saved: string[] = [];
  const flood = Array.from({ length: 200 }, (_, at) => async () => {
    const person = people[at % 2];
    if (!person) return;
    if (at % 6 === 5) return void (await judged(await signIn(`nadie${at}@aseo.example`), [401]));
    const rows = Array.from({ length: 10 }, () => row("visits", visit(person.id, { customer: newId() })));
    const answer = await judged(await push(person, rows), [200]);
    if (answer === undefined) return;
    const results = pushAnswerSchema.parse(JSON.parse(answer)).answers;
    saved.push(...results.flatMap(({ result, id }) => (result === "saved" ? [id] : [])));
  });
  // As many at once as sockets may come, one wave over the other.
  await Promise.all(flood.map((one) => one()));
  expect(memoryOf(child)).toBeLessThan(mostMemory);

  expect(seen.get(200) ?? 0).toBeGreaterThan(0);
  expect((seen.get(503) ?? 0) + (seen.get(429) ?? 0)).toBeGreaterThan(0);
  expect(child.process.exitCode).toBeNull();
  await expect.poll(async () => (await ask("/health")).status, { timeout: 60_000 }).toBe(200);
  const kept = await everyVisit();
  expect(saved.length).toBeGreaterThan(0);
  expect(kept).toEqual(expect.arrayContaining(saved));
  expect(kept.length).toBe(saved.length);
  const [told] = [[...seen].map(([status, count]) => `${count} × ${status}`).join(", ")];
  process.stdout.write(`attack: a flood of ${flood.length} requests was answered ${told}\n`);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(120_000) });

/** The text of an answer that was expected; undefined where the service had no room, and said so. */
async function judged(response: Response, expected: readonly number[]): Promise<string | undefined> {
  const text = await response.text();
  seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
  if (expected.includes(response.status)) return text;
  expect([429, 503]).toContain(response.status);
  expect(["too-many-requests", "busy"]).toContain(failureSchema.parse(JSON.parse(text)).code);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  return undefined;
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const signIn = (email: string) => post("/auth/sign-in/email", { email, password });
const push = ({ token }: Colleague, rows: unknown) =>
  post("/push", { pushId: newId(), schema, workbook: "Libro", rows }, { authorization: `Bearer ${token}` });

async function everyVisit(): Promise<readonly string[]> {
  const director = people.at(-1);
  const ids: string[] = [];
  let since: unknown = null;
  for (let more = true; more;) {
    const body = { schema, sheet: "visits", since };
    const answer = await post("/pull", body, { authorization: `Bearer ${director?.token}` });
    const page = (await answer.json()) as { rows: { id: string }[]; next: unknown; more: boolean };
    ids.push(...page.rows.map(({ id }) => id));
    ({ next: since, more } = page);
  }
  return ids;
}

/** Bytes in memory, where the system tells. */
function memoryOf({ process: { pid } }: Child): number {
  if (process.platform !== "linux") return 0;
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1_024;
}
