import * as z from "zod";
import { moment } from "./fields.ts";

/** A row that is validated, or returned for its author to correct; rows that are merely sent have none. */
export const rowStatusSchema = z.object({
  is: z.enum(["validated", "returned"]),
  /** The name of who said so, and when. */
  by: z.string(),
  at: moment,
  reason: z.string().nullable(),
});
export type RowStatus = z.infer<typeof rowStatusSchema>;
