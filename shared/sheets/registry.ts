import type { Sheet } from "../model/sheet.ts";
import { budget } from "./budget.ts";
import { customers } from "./customers.ts";
import { sales } from "./sales.ts";
import { visits } from "./visits.ts";

/** Every record of the process, in the order in which people meet them. */
export const sheets: readonly Sheet[] = [budget, customers, visits, sales];
