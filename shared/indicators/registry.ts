import type { Indicator } from "../model/indicator.ts";
import { regulatedExecution } from "./regulated-execution.ts";
import { unregulatedExecution } from "./unregulated-execution.ts";

/** The indicators of the process. */
export const indicators: readonly Indicator[] = [regulatedExecution, unregulatedExecution];
