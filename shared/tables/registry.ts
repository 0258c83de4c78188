import type { TableDefinition } from "../model/table.ts";
import { indicatorTable } from "./indicators.ts";
import { visitControl } from "./visit-control.ts";

/** The computed tables that people insert into their workbooks. */
export const tables: readonly TableDefinition[] = [indicatorTable, visitControl];
