import * as z from "zod";

/** Who uses the system (domain: "Who uses it"). */
export const roles = [
  "director",
  "advisor",
  "quality",
  "management",
  "service",
  "legal",
  "social",
  "operations",
  "admin",
] as const;

export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Everybody who may see business rows: the administrator keeps accounts and settings only. */
export const businessRoles: readonly Role[] = roles.filter((role) => role !== "admin");

export const roleLabels: Readonly<Record<Role, string>> = {
  director: "Director de ventas",
  advisor: "Asesor comercial",
  quality: "Gestión de calidad",
  management: "Gerencia general",
  service: "Servicio al cliente",
  legal: "Jurídica",
  social: "Gestión social",
  operations: "Gestión de operaciones",
  admin: "Administrador",
};
