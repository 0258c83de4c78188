import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../../shared/model/role.ts";
import { createService, type RunningService } from "../../../server/service.ts";

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
  readonly service: RunningService;
  readonly fetch: typeof globalThis.fetch;
  stop(): Promise<void>;
}

export async function openCompany(): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), "ventas-al-dia-"));
  const service = await createService({
    place: { folder },
    company: "Aseo de Prueba",
    secret: "solo-para-pruebas-solo-para-pruebas",
    now,
  });
  for (const employee of [ana, luis, diana, carlos]) {
    const created = await service.people.create({ ...employee, password });
    if (!created.ok) throw new Error(`${employee.name}: ${created.code}`);
  }
  return {
    service,
    fetch: async (input, init) => service.app.fetch(new Request(input, init)),
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
