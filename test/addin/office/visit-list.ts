import { ana } from "./company.ts";

/** A little list of visits, as somebody types it. */
const header = ["Fecha programada", "Asesor", "Usuario", "Tipo de visita", "Mercado", "Motivo"];
export const visit = (customer: string) => [
  "20/03/2026",
  ana.name,
  customer,
  "Potencial",
  "Regulado",
  "Vinculación",
];
export const list = (...customers: readonly string[]) => [header, ...customers.map(visit)];
