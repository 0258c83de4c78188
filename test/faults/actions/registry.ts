import { faults } from "../faults/registry.ts";
import type { Action } from "./action.ts";
import { addRows } from "./add-rows.ts";
import { synchronise } from "./synchronise.ts";
import { typeCell } from "./type-cell.ts";

/** All that happens in a schedule: what people do, and what goes wrong. */
export const actions: readonly Action[] = [addRows, typeCell, synchronise, ...faults];
