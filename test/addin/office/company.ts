import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../../shared/model/role.ts";
import { createService, type RunningService } from "../../../server/service.ts";
import { lastingFolder, temporaryFolder } from "../../server/support/temporary-folder.ts";

export const password = "clave-de-prueba-2026";
/** A Sunday noon in Bogota. */
export const today = "2026-03-15";
export const now = () => new Date("2026-03-15T17:00:00Z");

export interface Employee {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export const ana = { name: "Ana María Rojas", email: "ana@aseo.example", role: "advisor" } as const;
export const luis = { name: "Luis Peña", email: "luis@aseo.example", role: "advisor" } as const;
export const diana = { name: "Diana Ruiz", email: "diana@aseo.example", role: "director" } as const;
export const carlos = { name: "Carlos Mora", email: "carlos@aseo.example", role: "quality" } as const;

/** The real service in this process, its database in a temporary folder, with the people of a small company. */
export interface Company {
  readonly people: RunningService["people"];
  readonly fetch: typeof globalThis.fetch;
  /** Copies the database while the service rests; what it gives puts the copy back in the same way. */
  backUp(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

export async function openCompany(): Promise<Company> {
  const folder = temporaryFolder();
  founded ??= found();
  cpSync(await founded, folder, { recursive: true });
  let service = await openService(folder);
  const whileResting = async (act: () => void) => {
    await service.stop();
    act();
    service = await openService(folder);
  };
  return {
    people: service.people,
    fetch: async (input, init) => service.app.fetch(new Request(input, init)),
    async backUp() {
      const copy = temporaryFolder();
      await whileResting(() => copyDatabase(folder, copy));
      return () => whileResting(() => copyDatabase(copy, folder));
    },
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Passwords are slow to keep, on purpose: the company is founded once, and each test has a copy. */
let founded: Promise<string> | undefined;

async function found(): Promise<string> {
  const folder = lastingFolder();
  const service = await openService(folder);
  for (const employee of [ana, luis, diana, carlos]) {
    const created = await service.people.create({ ...employee, password });
    if (!created.ok) throw new Error(`${employee.name}: ${created.code}`);
  }
  await service.stop();
  return folder;
}

function openService(folder: string): Promise<RunningService> {
  const secret = "solo-para-pruebas-solo-para-pruebas";
  return createService({ place: { folder }, company: "Aseo de Prueba", secret, now });
}

/** The database alone, as people back it up: what the service notes beside it stays where it is. */
function copyDatabase(from: string, to: string): void {
  const isDatabase = (name: string) => /\.db(-wal|-shm)?$/.test(name);
  for (const name of readdirSync(to).filter(isDatabase)) rmSync(join(to, name));
  for (const name of readdirSync(from).filter(isDatabase)) cpSync(join(from, name), join(to, name));
}
