import { expect } from "vitest";
import { failureSchema } from "../../../shared/contract.ts";
import { Refusal } from "../../../server/http/refusal.ts";
import type { ValidRequest } from "./samples.ts";
import { strangersSecret, type World } from "./world.ts";

/** One try at breaking an endpoint: what differs from its valid request. */
export interface Attempt {
  readonly what: string;
  readonly method?: string;
  /** Under `/api`, as it is sent. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | undefined;
  /** The `Authorization` header; the asker's own unless said. */
  readonly authorization?: string | undefined;
  /** Whether no success is acceptable. */
  readonly mustFail?: boolean;
  /** The only acceptable status. */
  readonly status?: number;
}

export interface Verdict {
  readonly status: number;
  readonly text: string;
}

let tried = 0;

/** How many attempts were made and judged. */
export const casesTried = (): number => tried;

/** The path of a request with its parts filled in, as it is sent. */
export function pathOf(
  { endpoint, parameters, query }: ValidRequest,
  {
    raw = {},
    search = new URLSearchParams(query).toString(),
  }: { raw?: Readonly<Record<string, string>>; search?: string } = {},
): string {
  const path = endpoint.path.replaceAll(
    /:(\w+)/g,
    (_all, name: string) => raw[name] ?? encodeURIComponent(parameters[name] ?? ""),
  );
  return search === "" ? path : `${path}?${search}`;
}

/** Makes attempts of which some may succeed, one after the other, and asserts that the others changed nothing. */
export async function attackInTurn(
  world: World,
  valid: ValidRequest,
  attempts: readonly Attempt[],
): Promise<readonly string[]> {
  const holes: string[] = [];
  for (const attempt of attempts) {
    const before = await world.writes();
    const { hole, isAnswered } = await judged(world, valid, attempt);
    holes.push(...hole);
    if (!isAnswered) holes.push(...(await changesSince(world, valid, before, attempt.what)));
  }
  return holes;
}

/** Makes attempts none of which may succeed, some at once, and asserts that all together changed nothing. */
export async function attackAtOnce(
  world: World,
  valid: ValidRequest,
  attempts: readonly Attempt[],
): Promise<readonly string[]> {
  const holes: string[] = [];
  const before = await world.writes();
  for (let first = 0; first < attempts.length; first += atOnce) {
    const some = attempts.slice(first, first + atOnce);
    const answers = await Promise.all(some.map((attempt) => judged(world, valid, attempt)));
    holes.push(...answers.flatMap(({ hole }) => hole));
  }
  return [...holes, ...(await changesSince(world, valid, before, "what must be refused"))];
}

const atOnce = 8;

async function changesSince(
  world: World,
  { endpoint, notesFailures }: ValidRequest,
  before: Awaited<ReturnType<World["writes"]>>,
  what: string,
): Promise<readonly string[]> {
  const { commits, seq } = await world.writes();
  if (seq === before.seq && (notesFailures || commits === before.commits)) return [];
  return [`${endpoint.method} ${endpoint.path}: ${what}: something was written`];
}

async function judged(world: World, valid: ValidRequest, attempt: Attempt) {
  try {
    const { status } = await attack(world, valid, attempt);
    return { hole: [], isAnswered: status < 300 };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { hole: [error.message.slice(0, 400)], isAnswered: true };
  }
}

/** Makes one attempt and asserts all that holds of every answer. Only a session that ended is opened again. */
export async function attack(world: World, valid: ValidRequest, attempt: Attempt): Promise<Verdict> {
  tried += 1;
  let response = await send(world, valid, attempt);
  if (response.status === 401 && !("authorization" in attempt) && valid.endpoint.asks !== "anybody") {
    await world.enterAgain(valid.as);
    response = await send(world, valid, attempt);
  }
  const name = `${valid.endpoint.method} ${valid.endpoint.path}: ${attempt.what}`;
  const isAnswered = response.ok;
  if (isAnswered && valid.endpoint.answer === "stream") {
    await response.body?.cancel();
    return { status: response.status, text: "" };
  }
  const text = await response.text();
  expectCareful(response, name);
  if (attempt.mustFail) expect(isAnswered, `${name}: ${response.status} ${text.slice(0, 200)}`).toBe(false);
  if (attempt.status !== undefined) expect(response.status, name).toBe(attempt.status);
  if (!isAnswered && (attempt.method ?? valid.endpoint.method) !== "HEAD")
    expectRefusal(response, text, name);
  return { status: response.status, text };
}

async function send({ company, tokenOf }: World, valid: ValidRequest, attempt: Attempt): Promise<Response> {
  const { endpoint, as } = valid;
  const method = attempt.method ?? endpoint.method;
  const authorization =
    "authorization" in attempt
      ? attempt.authorization
      : endpoint.asks === "anybody"
        ? undefined
        : `Bearer ${tokenOf(as)}`;
  const body = "body" in attempt ? attempt.body : bodyOf(valid.body);
  const headers = new Headers({
    "content-type": typeof valid.body === "string" ? "application/json" : "application/octet-stream",
    // Each attempt comes from elsewhere, or the first forty would shield the service from the rest.
    "x-forwarded-for": addressOf(tried),
    ...attempt.headers,
  });
  if (authorization !== undefined) headers.set("authorization", authorization);
  return company.service.app.request(`/api${attempt.path ?? pathOf(valid)}`, {
    method,
    headers,
    ...(/^(get|head)$/i.test(method) || body === undefined ? {} : { body, duplex: "half" }),
  });
}

export function bodyOf(body: string | Uint8Array | undefined): BodyInit | undefined {
  return body instanceof Uint8Array ? Uint8Array.from(body) : body;
}

const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

/** What no answer may lack, and what none may show. */
function expectCareful(response: Response, name: string): void {
  const { headers } = response;
  expect(headers.get("cache-control"), name).toBe("no-store");
  expect(headers.get("x-content-type-options"), name).toBe("nosniff");
  expect(headers.get("set-cookie"), name).toBeNull();
  expect(headers.get("x-request-id"), name).toMatch(/^[\w-]{1,64}$/);
}

const innards =
  /\bat .+:\d+:\d+|SQLITE|\bSELECT\b.*\bFROM\b|node_modules|\/(work|home|dev|tmp|usr|etc)\/|\.ts\b|ZodError|TypeError/;

function expectRefusal(response: Response, text: string, name: string): void {
  const told = `${name}: ${response.status} ${text.slice(0, 300)}`;
  expect(response.headers.get("content-type"), told).toMatch(/^application\/json/);
  const failure = failureSchema.parse(JSON.parse(text));
  expect(failure.code, told).not.toBe("internal");
  expect(new Refusal(failure.code).status, told).toBe(response.status);
  // What was sent is told back at most as the name of a field.
  expect(text.length, told).toBeLessThan(1_000);
  expect({ ...failure, field: "" }, told).toEqual({
    code: failure.code,
    field: "",
    requestId: failure.requestId,
  });
  expect(innards.test(text.replace(JSON.stringify(failure.field ?? ""), "")), told).toBe(false);
  expect(text.includes(strangersSecret), told).toBe(false);
}
