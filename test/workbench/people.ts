import * as z from "zod";

/** Somebody of the demonstration company, as `GET /workbench/people` lists them. */
export const demoPeopleSchema = z.array(
  z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string() }),
);

export type DemoPerson = z.infer<typeof demoPeopleSchema>[number];

const roles: Readonly<Record<string, string>> = {
  director: "Dirección de ventas",
  advisor: "Asesores",
  quality: "Gestión de calidad",
  management: "Gerencia general",
  service: "Servicio al cliente",
  legal: "Jurídica",
  social: "Gestión social",
  operations: "Operaciones",
  admin: "Administración",
};

/** What people call a role. */
export function roleLabel(role: string): string {
  return roles[role] ?? role;
}
