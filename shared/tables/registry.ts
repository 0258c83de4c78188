import type { TableDefinition } from "../model/table.ts";
import { claimsDue } from "./claims-due.ts";
import { customerNumbers } from "./customer-numbers.ts";
import { indicatorTable } from "./indicators.ts";
import { proposalStates } from "./proposal-states.ts";
import { visitControl } from "./visit-control.ts";

/** The computed tables that people insert into their workbooks. */
export const tables: readonly TableDefinition[] = [
  indicatorTable,
  visitControl,
  customerNumbers,
  proposalStates,
  claimsDue,
];
