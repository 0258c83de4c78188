import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApi } from "../../addin/api/create-api.ts";
import { createTokenStore, type HeldTokens } from "../../addin/api/token-store.ts";
import { createService, type RunningService } from "../../server/service.ts";
import { keptSecret } from "../../server/identity/secret.ts";
import type { PushedRow } from "../../shared/contract.ts";
import type { Row } from "../../shared/model/value.ts";
import { Browser } from "./world/browser.ts";
import { password, type Founding, type Person } from "./world/people.ts";
import { openDesk } from "./world/desk.ts";
import { clockOf } from "./world/clock.ts";
import type { SavedFile } from "../addin/office/saved-excel.ts";

const staff = [
  { name: "Ana María Rojas", email: "ana@aseo.example", role: "advisor", records: ["visits", "customers"] },
  { name: "Luis Peña", email: "luis@aseo.example", role: "advisor", records: ["visits", "customers"] },
  { name: "Diana Ruiz", email: "diana@aseo.example", role: "director", records: ["customers", "sales"] },
  { name: "Carlos Mora", email: "carlos@aseo.example", role: "quality", records: ["visits", "sales"] },
  { name: "Olga Vega", email: "olga@aseo.example", role: "operations", records: ["customers", "sales"] },
] as const;

/** Different workbooks that each person has; two people never share one, but a person may open one twice. */
const workbooksEach = 2;

export async function found(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const data = join(folder, "data");
  mkdirSync(data, { recursive: true });
  const service = await createService({
    place: { folder: data },
    company: "Aseo de Prueba",
    secret: keptSecret(data),
    now: clockOf(0),
  });
  // One after the other: few may sign in at once from one place.
  const people: Person[] = [];
  for (const one of staff) people.push(await employ(service, one));
  const files: Record<string, string[]> = Object.fromEntries(people.map(({ id }) => [id, []]));
  await setTargets(service, people);
  for (const person of people) {
    for (let at = 0; at < workbooksEach; at += 1) {
      const name = `${person.role}-${person.id}-${at}.json`;
      writeFileSync(join(folder, name), JSON.stringify(await emptyWorkbook(service, person)));
      files[person.id]?.push(name);
    }
  }
  await service.stop();
  writeFileSync(join(folder, "founding.json"), JSON.stringify({ folder, people, files } satisfies Founding));
}

async function employ(service: RunningService, one: (typeof staff)[number]): Promise<Person> {
  const { name, email, role } = one;
  const created = await service.people.create({ name, email, role, password });
  if (!created.ok) throw new Error(`${name}: ${created.code}`);
  return { ...one, id: created.person.id, held: await signIn(service, email) };
}

async function signIn(service: RunningService, email: string): Promise<HeldTokens> {
  const tokenStore = createTokenStore(null);
  const api = createApi({ baseUrl: "http://servicio", tokenStore, fetch: asking(service) });
  const signedIn = await api.signIn(email, password);
  const held = tokenStore.tokens();
  if (!signedIn.ok || !held) throw new Error(`${email} cannot sign in: ${JSON.stringify(signedIn)}`);
  return held;
}

/** Targets of the months that the indicators are looked at for. */
async function setTargets(service: RunningService, people: readonly Person[]): Promise<void> {
  const director = people.find(({ role }) => role === "director");
  if (!director) throw new Error("nobody sets targets");
  const rows = [1, 2, 3].flatMap((month) => [
    target({ month, market: "regulated", targetUsers: 4 }),
    target({ month, market: "unregulated", targetSales: 200_000_000 }),
  ]);
  const answers = await service.importAs(director, rows, { at: clockOf(0)(), workbook: "Metas" });
  if (answers.some(({ result }) => result !== "saved")) throw new Error(JSON.stringify(answers));
}

const target = (values: Row): PushedRow => ({
  sheet: "budget",
  id: randomBytes(16).toString("hex"),
  base: 0,
  values: { year: 2026, ...values },
});

/** A workbook with the formats of a person's records, still without rows. */
async function emptyWorkbook(service: RunningService, person: Person): Promise<SavedFile> {
  const tokenStore = new Browser(person, person.held).tokenStore();
  const desk = await openDesk({ tokenStore, fetch: asking(service), now: clockOf(0) });
  for (const record of person.records) {
    const inserted = await desk.session.commands.insertFormat(record, { from: null });
    if (!inserted.ok) throw new Error(`${person.name}, ${record}: ${JSON.stringify(inserted.failure)}`);
  }
  await desk.excel.host.settled();
  const file = desk.excel.save();
  await desk.close();
  return file;
}

const asking =
  (service: RunningService): typeof globalThis.fetch =>
  async (input, init) =>
    service.app.fetch(new Request(input, init));
