import type { Role } from "../../shared/model/role.ts";

/** The demonstration company. It exists nowhere. */
export const demoCompanyName = "Aseo Brisas del Totumo S.A.S. E.S.P.";

/** An account of the demonstration company. These passwords are public: never use them where real rows are kept. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

const password = "demostracion";

const person = (name: string, email: string, role: Role): DemoPerson => ({
  name,
  email: `${email}@totumo.example`,
  password,
  role,
});

/** Six advisors, every other role once. The administrator is last: with that account the seeding is complete. */
export const demoPeople = [
  person("Marta Inés Revollo Támara", "direccion", "director"),
  person("Dairo Benítez Buelvas", "dairo", "advisor"),
  person("Luz Elena Meriño Caldera", "luz", "advisor"),
  person("Yuranis Támara Olivera", "yuranis", "advisor"),
  person("Wilfrido Arrieta Peñate", "wilfrido", "advisor"),
  person("Keila Montes Urzola", "keila", "advisor"),
  person("Osnaider Pineda Vergara", "osnaider", "advisor"),
  person("Nubia Salcedo Arroyo", "calidad", "quality"),
  person("Rosa Elvira Quessep Díaz", "gerencia", "management"),
  person("Yesenia Acosta Ruz", "servicio", "service"),
  person("Hernando Vitola Paternina", "juridica", "legal"),
  person("Sindy Barboza Oviedo", "social", "social"),
  person("Ubaldo Chadid Mendoza", "operaciones", "operations"),
  person("Carlos Andrés Mesa Lara", "admin", "admin"),
] as const satisfies readonly DemoPerson[];

/** The first account of a role. Throws where the company has none. */
export function demoPersonWith(role: Role): DemoPerson {
  const found = demoPeople.find((one) => one.role === role);
  if (!found) throw new Error(`the demonstration company has no ${role}`);
  return found;
}

export const demoAdvisors: readonly DemoPerson[] = demoPeople.filter(({ role }) => role === "advisor");

/** The workbooks of the director and of customer service. */
export const directorWorkbook = "Ventas no regulado.xlsx";
export const serviceWorkbook = "Servicio al cliente.xlsx";

/** The workbook in which an advisor keeps all their work. */
export function advisorWorkbook(email: string): string {
  const name = demoAdvisors.find((advisor) => advisor.email === email)?.name.split(" ")[0] ?? email;
  return `Gestión comercial ${name}.xlsx`;
}
