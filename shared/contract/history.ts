import * as z from "zod";
import { acceptanceSchema } from "./acceptances.ts";
import { moment, rowValues, sequence, version } from "./fields.ts";

/** `GET /history/:sheet/:id`: every version of a row, newest first, columns that the person may read. */
export const historySchema = z.object({
  revisions: z.array(
    z.object({
      seq: sequence,
      version,
      at: moment,
      by: z.string(),
      workbook: z.string(),
      reason: z.string().nullable(),
      before: rowValues,
      after: rowValues,
      /** What was typed, by column, where that was not how the value is shown. */
      typed: z.record(z.string(), z.string()).optional(),
      accepted: z.array(acceptanceSchema).optional(),
    }),
  ),
});
export type History = z.infer<typeof historySchema>;
