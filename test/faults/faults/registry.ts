import type { Action } from "../actions/action.ts";
import { cutRequest } from "./cut-request.ts";

/** All that goes wrong. */
export const faults: readonly Action[] = [cutRequest];
