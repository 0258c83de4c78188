import { z } from "zod";
import { failureSchema } from "../../../shared/contract.ts";
import { canRead, ownColumn } from "../../../shared/model/access.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { Refusal } from "../../../server/http/refusal.ts";
import type { Colleague } from "../support/company.ts";
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
  /** What is wrong with the answer. */
  readonly holes: readonly string[];
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
    // Many at once are sent where none can succeed; here each is looked at by itself.
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
  const { status, holes } = await attack(world, valid, attempt);
  return { hole: holes, isAnswered: status < 300 };
}

/** Makes one attempt and judges all that holds of every answer. Only a session that ended is opened again. */
export async function attack(world: World, valid: ValidRequest, attempt: Attempt): Promise<Verdict> {
  tried += 1;
  let response = await send(world, valid, attempt);
  if (response.status === 401 && !("authorization" in attempt) && valid.endpoint.asks !== "anybody") {
    await world.enterAgain(valid.as);
    response = await send(world, valid, attempt);
  }
  if (response.ok && valid.endpoint.answer === "stream") {
    await response.body?.cancel();
    return { status: response.status, text: "", holes: [] };
  }
  const text = await response.text();
  const name = `${valid.endpoint.method} ${valid.endpoint.path}: ${attempt.what}: ${response.status} ${text.slice(0, 200)}`;
  const isHead = (attempt.method ?? valid.endpoint.method) === "HEAD";
  const wrong = [
    ...carelessIn(response),
    ...(attempt.mustFail && response.ok ? ["it succeeded"] : []),
    ...(attempt.status !== undefined && attempt.status !== response.status ? [`not ${attempt.status}`] : []),
    ...(response.ok || isHead ? [] : wrongIn(response, text)),
    ...(text.includes(strangersSecret) && !maySeeStrangers(valid.as) ? ["it tells a stranger's secret"] : []),
  ];
  return { status: response.status, text, holes: wrong.map((one) => `${name}: ${one}`) };
}

/** Whether somebody may read every visit, as its definition says. */
const maySeeStrangers = ({ role }: Colleague) =>
  canRead(visits, role) && ownColumn(visits, role, "read") === undefined;

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

/** What every answer has, by name, and what it must be. */
const headersOfAll: Readonly<Record<string, RegExp>> = {
  "cache-control": /^no-store$/,
  "x-content-type-options": /^nosniff$/,
  "content-security-policy": /^default-src 'none';.*frame-ancestors 'none'/,
  "x-request-id": /^[\w-]{1,64}$/,
};

function carelessIn({ headers }: Response): readonly string[] {
  const lacking = Object.entries(headersOfAll).filter(
    ([name, wanted]) => !wanted.test(headers.get(name) ?? ""),
  );
  return [
    ...lacking.map(([name]) => `its ${name} is ${headers.get(name)}`),
    ...(headers.has("set-cookie") ? ["it sets a cookie"] : []),
  ];
}

const innards =
  /\bat .+:\d+:\d+|SQLITE|\bSELECT\b.*\bFROM\b|node_modules|\/(work|home|dev|tmp|usr|etc)\/|\.ts\b|ZodError|TypeError/;

/** What is wrong with a refusal: it is one of the contract's, tells nothing of the insides, and repeats a field's name at most. */
function wrongIn({ headers, status }: Response, text: string): readonly string[] {
  if (!(headers.get("content-type") ?? "").startsWith("application/json")) return ["it is no JSON"];
  const parsed = z.strictObject(failureSchema.shape).safeParse(JSON.parse(text));
  if (!parsed.success) return ["it is no failure of the contract"];
  const { code, field = "" } = parsed.data;
  return [
    ...(code === "internal" ? ["it was not foreseen"] : []),
    ...(new Refusal(code).status === status ? [] : [`its status is not that of ${code}`]),
    ...(text.length < 1_000 ? [] : ["it is long"]),
    ...(innards.test(text.replace(JSON.stringify(field), "")) ? ["it shows the insides"] : []),
  ];
}
