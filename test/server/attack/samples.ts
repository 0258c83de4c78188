import { jpegPhoto, pngPhoto } from "../../shared/attachments/samples.ts";
import type { Endpoint } from "../../../shared/contract/endpoints/endpoint.ts";
import { endpoints } from "../../../shared/contract/endpoints.ts";
import { indicators } from "../../../shared/indicators/registry.ts";
import type { Role } from "../../../shared/model/role.ts";
import { settings } from "../../../shared/settings/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { newId, password, type Colleague } from "../support/company.ts";
import { exampleOf, type Json, type Known } from "./example.ts";
import type { World } from "./world.ts";

/** What one endpoint needs beside the usual, for its valid example to succeed. */
export interface Sample {
  /** Who may ask it; the director unless said. */
  readonly as?: Role | Colleague;
  /** By the name of a field or of a part of the path. */
  readonly known?: Known;
  /** Even what is refused is written down, and nothing else. */
  readonly notes?: "failures";
  /** A file. */
  readonly bytes?: Uint8Array;
}

type Prepare = (world: World) => Sample | Promise<Sample>;

const ofVisit: Prepare = async (world) => {
  const { row, attachment } = await world.visit();
  return { as: "advisor", known: { row, id: attachment, attachment } };
};

/** What somebody sent, to be taken back. */
const ofAct: Prepare = async (world) => ({
  as: "advisor",
  known: { act: (await world.visit()).act, id: newId() },
});

/** What an administrator does to somebody. */
const ofVictim =
  (known: Known = {}): Prepare =>
  async (world) => ({ as: "admin", known: { person: (await world.victim()).id, ...known } });

/** Somebody who came by the directory and waits. */
async function waitingPerson({ newcomer, company }: World): Promise<string> {
  const body = JSON.stringify({ token: await newcomer() });
  await company.service.app.request("/api/auth/sign-in/entra", { method: "POST", body });
  const everybody = await company.service.people.listWithStatus();
  return everybody.findLast(({ state }) => state === "waiting")?.id ?? "";
}

/** By method and path: what an endpoint needs that no schema says. Others are asked with `usual` alone. */
const samples: Readonly<Record<string, Prepare>> = {
  "POST /auth/sign-in/email": async (world) => ({
    known: { email: (await world.victim()).email, password },
    notes: "failures",
  }),
  "POST /auth/refresh": async (world) => ({
    known: { refresh: (await world.enter((await world.victim()).email)).refresh },
  }),
  "POST /auth/new-password": async (world) => ({
    known: { code: (await world.invited()).code, password: strongPassword },
    notes: "failures",
  }),
  "POST /auth/sign-in/entra": async (world) => ({
    known: { token: await world.newcomer() },
    notes: "failures",
  }),
  "POST /auth/sign-out": async (world) => ({ as: await world.victim() }),
  "POST /me/password": async (world) => ({
    as: await world.victim(),
    known: { current: password, password: strongPassword },
    notes: "failures",
  }),
  "POST /sessions/end": async (world) => ({ as: await world.victim() }),
  "POST /people/invite": (world) => ({
    as: "admin",
    known: { name: `Persona Nueva ${world.next()}`, email: `persona${world.next()}@aseo.example` },
  }),
  "POST /people/invite/again": ofVictim(),
  "POST /people/invite/withdraw": async (world) => ({
    as: "admin",
    known: { person: (await world.invited()).person },
  }),
  "GET /people": () => ({ as: "admin" }),
  "POST /people/role": ofVictim({ role: "quality" }),
  "POST /people/name": async (world) => ofVictim({ name: `Otro Nombre ${world.next()}` })(world),
  "POST /people/state": ofVictim({ state: "inactive" }),
  "POST /people/waiting": async (world) => ({ as: "admin", known: { person: await waitingPerson(world) } }),
  "POST /people/reconsider": async (world) => {
    const { newcomers } = world.company.service;
    await newcomers.reject(await waitingPerson(world), null);
    const [refused] = await newcomers.refused();
    return { as: "admin", known: { account: refused?.account ?? "" } };
  },
  "POST /people/unlock": ofVictim(),
  "POST /push": () => ({
    known: { id: newId(), base: 0, values: { customer: "Hotel Bahía", notes: "=1+1" } },
  }),
  "POST /pull": () => ({ known: { since: null } }),
  "POST /void": async (world) => ({ known: { id: (await world.visit()).row, base: 1 } }),
  "POST /unvoid": async (world) => {
    const { row } = await world.visit();
    const rows = [{ id: row, base: 1 }];
    const reason = "Prueba de ataque";
    await world.people.director.post("/void", { sheet: "visits", rows, reason, workbook: "Libro" });
    return { known: { id: row, base: 2 } };
  },
  "POST /status": async (world) => ({ as: "quality", known: { id: (await world.visit()).row, base: 1 } }),
  "GET /history/:sheet/:id": async (world) => ({ as: "advisor", known: { id: (await world.visit()).row } }),
  "GET /pushes/:act": ofAct,
  "POST /undo": ofAct,
  "POST /known-rows": () => ({ known: { columns: ["customer"], rows: [["Hotel Bahía"]] } }),
  "POST /synonyms": () => ({ as: "advisor", known: { header: `Cliente ${newId()}`, key: "customer" } }),
  "GET /peers/:sheet": () => ({ as: "advisor" }),
  "GET /attachments/:sheet/:row": ofVisit,
  "POST /attachments/:sheet/:row": async (world) => ({ ...(await ofVisit(world)), bytes: pngPhoto() }),
  "GET /attachments/:sheet/:row/:id": ofVisit,
  "GET /attachments/:sheet/:row/:id/thumbnail": async (world) => {
    const { row, attachment } = await world.visit();
    const path = `/attachments/visits/${row}/${attachment}/thumbnail`;
    await world.people.advisor.request(path, { method: "POST", body: Uint8Array.from(jpegPhoto()) });
    return { as: "advisor", known: { row, id: attachment } };
  },
  "POST /attachments/:sheet/:row/:id/thumbnail": async (world) => ({
    ...(await ofVisit(world)),
    bytes: jpegPhoto(),
  }),
  "POST /attachments/:sheet/:row/:id/remove": ofVisit,
  "GET /indicators/:id": () => ({ known: { id: indicators[0]?.id ?? "" } }),
  "GET /indicators/:id/rows": () => ({ known: { id: indicators[0]?.id ?? "" } }),
  "GET /settings": () => ({ as: "admin" }),
  "POST /settings": () => ({
    as: "admin",
    known: { id: settings[0]?.id ?? "", base: 0, value: settings[0]?.initial ?? 0 },
  }),
  "GET /tables/:id": () => ({ known: { id: tables[0]?.id ?? "" } }),
};

const strongPassword = "caballo-bateria-grapa-72";

/** One request that succeeds, in parts that can be spoilt. */
export interface ValidRequest {
  readonly endpoint: Endpoint;
  readonly as: Colleague;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** With all that may be left out too. */
  readonly fullQuery: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly fullBody: ReturnType<typeof exampleOf> | undefined;
  readonly notesFailures: boolean;
  /** It changes whoever asks. */
  readonly isOfAsker: boolean;
}

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** Names in `samples` that are no endpoint any more. */
export const leftOver = (): readonly string[] => {
  const names = new Set(endpoints.map(nameOf));
  return Object.keys(samples).filter((name) => !names.has(name));
};

/** Makes what the endpoint asks about, and the request that it answers. */
export async function validRequest(world: World, endpoint: Endpoint): Promise<ValidRequest> {
  const sample = (await samples[nameOf(endpoint)]?.(world)) ?? {};
  const { as = "director" } = sample;
  const known: Known = { ...usual(world), ...sample.known };
  const { query, body } = endpoint;
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const isJson = body !== undefined && body !== "bytes";
  return {
    endpoint,
    as: typeof as === "string" ? world.people[as] : as,
    isOfAsker: typeof as !== "string",
    notesFailures: sample.notes === "failures",
    parameters: Object.fromEntries(names.map((name) => [name, textOf(known[name])])),
    query: query ? texts(exampleOf(query, known, "without")) : {},
    fullQuery: query ? texts(exampleOf(query, known, "with")) : {},
    body: isJson ? JSON.stringify(exampleOf(body, known, "without")) : sample.bytes,
    fullBody: isJson ? exampleOf(body, known, "with") : undefined,
  };
}

/** What fields of these names say everywhere. */
function usual({ company, people }: World): Known {
  return {
    schema: company.schema,
    sheet: "visits",
    record: "visits",
    workbook: "Libro de prueba",
    reason: "Prueba de ataque",
    pushId: newId(),
    id: newId(),
    first: "2026-01",
    last: "2026-03",
    month: "2026-03",
    from: "2026-01-01",
    advisor: people.advisor.id,
    accepted: [],
    typed: {},
  };
}

const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, one]) => [key, String(one)]));
}
