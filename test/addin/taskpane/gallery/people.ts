import type { Me } from "../../../../shared/contract.ts";
import type { Role } from "../../../../shared/model/role.ts";

/** People of a company that does not exist. */
export const people = [
  { id: "p-director", name: "María Fernanda Ríos", role: "director" },
  { id: "p-ana", name: "Ana Lucía Benítez", role: "advisor" },
  { id: "p-carlos", name: "Carlos Andrés Ruiz", role: "advisor" },
  { id: "p-diana", name: "Diana Marcela Ospina", role: "advisor" },
  { id: "p-jorge", name: "Jorge Eliécer Manjarrés", role: "advisor" },
  { id: "p-luz", name: "Luz Dary Contreras", role: "advisor" },
  { id: "p-samir", name: "Samir Enrique Pérez", role: "advisor" },
  { id: "p-quality", name: "Paola Andrea Vergara", role: "quality" },
  { id: "p-service", name: "Rosa Elena Támara", role: "service" },
] as const satisfies Me["people"];

export const advisors = people.filter(({ role }) => role === "advisor").map(({ id }) => id);

/** Somebody of that role as the service answers `GET /me`. */
const admin = { id: "p-olga", name: "Olga Patricia Mendoza", role: "admin" } as const;

export function meAs(role: Role): Me {
  const person = [...people, admin].find((one) => one.role === role) ?? people[0];
  return {
    person: { ...person, email: `${person.id.slice(2)}@aseosabana.example` },
    hasPassword: true,
    company: "Aseo Sabana S.A. E.S.P.",
    schema: "gallery",
    epoch: "gallery",
    people: [...people],
    settings: {},
  };
}
