import { randomBytes } from "node:crypto";
import type { PullAnswer, PushAnswer, PushedRow, RowAnswer } from "../../../shared/contract.ts";
import { signedInSchema } from "../../../shared/contract/sign-in.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import type { Row } from "../../../shared/model/value.ts";
import { schemaFingerprint } from "../../../shared/schema-fingerprint.ts";
import { sheets as allSheets } from "../../../shared/sheets/registry.ts";
import type { Bounds } from "../../../server/http/bounds.ts";
import { createService, type RunningService, type ServiceOptions } from "../../../server/service.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A day in the middle of a month of business days: Wednesday, 18 March 2026, noon in Bogotá. */
export const today = new Date("2026-03-18T17:00:00Z");
export const password = "una-clave-larga";

/** Somebody of the test company, with what they can ask of the service. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly token: string;
  request(path: string, init?: RequestInit): Promise<Response>;
  get<T>(path: string): Promise<T>;
  post(path: string, body: unknown): Promise<Response>;
  push(rows: readonly PushedRow[], options?: { pushId?: string; workbook?: string }): Promise<PushAnswer>;
  /** Pushes one row and gives its answer. */
  save(row: PushedRow): Promise<RowAnswer>;
  pull(sheet: string, since?: PullAnswer["next"] | null, from?: string): Promise<PullAnswer>;
}

export interface Company {
  readonly folder: string;
  readonly service: RunningService;
  readonly clock: { now: Date };
  /** Fingerprint of the definitions. */
  readonly schema: string;
  colleague(role: Role, name?: string): Promise<Colleague>;
  /** Somebody whose account the database already has, signed in anew. */
  signedIn(person: Pick<Colleague, "id" | "name" | "email" | "role">): Promise<Colleague>;
  stop(): Promise<void>;
}

const many = 1_000_000;
/** Tests ask faster than people. */
export const unbounded: Bounds = {
  requestsPerMinute: many,
  costlyPerMinute: many,
  atOnce: many,
  atOnceOfPerson: many,
  signInsAtOnce: many,
  signInsAtOnceOfAddress: many,
  unknownBodiesOfAddress: many,
  unknownBodyWait: 5_000,
};

type Options = Partial<ServiceOptions> & { readonly folder?: string };

/** A service on a file of its own, with a clock that stands still. */
export async function startCompany({
  folder = temporaryFolder(),
  ...options
}: Options = {}): Promise<Company> {
  const clock = { now: today };
  const service = await createService({
    place: { folder },
    company: "Aseo de Prueba",
    secret: "s".repeat(40),
    passwordCost: { logN: 4, r: 8, p: 1 },
    bounds: unbounded,
    now: () => clock.now,
    ...options,
  });
  const schema = schemaFingerprint(options.sheets ?? allSheets);
  const known = new Map<string, Colleague>();
  return {
    folder,
    service,
    clock,
    schema,
    async colleague(role, name = `Persona ${role}`) {
      const colleague = known.get(name) ?? (await hire(service, schema, role, name));
      known.set(name, colleague);
      return colleague;
    },
    signedIn: (person) => enter(service, schema, person),
    stop: () => service.stop(),
  };
}

export const newId = (): string => randomBytes(16).toString("hex");

export function row(sheet: string, values: Row, options: { id?: string; base?: number } = {}): PushedRow {
  return { sheet, id: options.id ?? newId(), base: options.base ?? 0, values: { ...values } };
}

export async function everyRole(company: Company): Promise<readonly Colleague[]> {
  const people: Colleague[] = [];
  for (const role of roles) people.push(await company.colleague(role));
  return people;
}

async function hire(service: RunningService, schema: string, role: Role, name: string): Promise<Colleague> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@aseo.example`;
  const created = await service.people.create({ name, email, role, password });
  if (!created.ok) throw new Error(created.code);
  return enter(service, schema, created.person);
}

async function enter(
  service: RunningService,
  schema: string,
  person: Pick<Colleague, "id" | "name" | "email" | "role">,
): Promise<Colleague> {
  const { id, name, email, role } = person;
  const token = await signIn(service, email);
  const request = async (path: string, init: RequestInit = {}) =>
    service.app.request(`/api${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...Object.fromEntries(new Headers(init.headers)) },
    });
  const post = (path: string, body: unknown) =>
    request(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  const colleague: Colleague = {
    id,
    name,
    email,
    role,
    token,
    request,
    post,
    get: async (path) => answerOf(await request(path)),
    push: async (rows, { pushId = newId(), workbook = "Libro de prueba" } = {}) =>
      answerOf(await post("/push", { pushId, schema, workbook, rows })),
    async save(one) {
      const { answers } = await colleague.push([one]);
      if (!answers[0]) throw new Error("no answer");
      return answers[0];
    },
    pull: async (sheet, since = null, from) =>
      answerOf(await post("/pull", { schema, sheet, since, ...(from ? { from } : {}) })),
  };
  return colleague;
}

export async function signIn(service: RunningService, email: string, typed = password): Promise<string> {
  const response = await service.app.request("/api/auth/sign-in/email", {
    method: "POST",
    body: JSON.stringify({ email, password: typed }),
    headers: { "content-type": "application/json" },
  });
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return signedInSchema.parse(await response.json()).access;
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
