import * as z from "zod";
import { acceptanceSchema } from "./acceptances.ts";
import { moment, rowValues, sequence, version } from "./fields.ts";

/** Versions in one answer. */
export const historyPage = 100;

/** Only the versions in which a column changed; only those before a version. */
export const historyQuerySchema = z.strictObject({
  column: z.string().min(1).max(64).optional(),
  before: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional(),
});

/**
 * `GET /history/:sheet/:id`: the versions of a row, newest first, columns that the person may read. Versions in which
 * nothing changed that they may read are not there.
 */
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
  /** What to pass as `before` for older ones; null where there are none. */
  next: version.nullable(),
});
export type History = z.infer<typeof historySchema>;
