import type { Context } from "../model/kind.ts";
import type { Sheet } from "../model/sheet.ts";
import type { LearnedSynonyms } from "./proposal.ts";

/** What recognition knows beside the worksheet: the records, the people and the day, what colleagues corrected. */
export interface World {
  readonly sheets: readonly Sheet[];
  readonly context: Context;
  readonly learned?: LearnedSynonyms;
}
