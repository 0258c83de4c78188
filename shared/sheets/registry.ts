import type { Sheet } from "../model/sheet.ts";
import { actions } from "./actions.ts";
import { budget } from "./budget.ts";
import { campaigns } from "./campaigns.ts";
import { changes } from "./changes.ts";
import { claims } from "./claims.ts";
import { customers } from "./customers.ts";
import { objectives } from "./objectives.ts";
import { opportunities } from "./opportunities.ts";
import { proposals } from "./proposals.ts";
import { sales } from "./sales.ts";
import { terminations } from "./terminations.ts";
import { visits } from "./visits.ts";

/** Every record of the process, in the order in which people meet them. */
export const sheets: readonly Sheet[] = [
  budget,
  customers,
  visits,
  proposals,
  sales,
  claims,
  terminations,
  campaigns,
  objectives,
  opportunities,
  actions,
  changes,
];
