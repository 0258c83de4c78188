import * as z from "zod";
import { issueCodes } from "../model/issue.ts";
import { moment, reason, value } from "./fields.ts";

/** A warning that somebody accepted: it holds while the column has this value, and those that it comes from theirs. */
export const acceptanceSchema = z.object({
  column: z.string(),
  code: z.enum(issueCodes),
  value,
  /** What the columns said that the warning comes from, as far as the person reads them. */
  given: z.exactOptional(z.record(z.string(), value)),
  reason: z.string(),
  /** The name of who accepted it. */
  by: z.string(),
  at: moment,
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** A warning that a push accepts, with the reason; the service adds who and when. */
export const offeredAcceptanceSchema = z.strictObject({
  column: z.string().max(64),
  code: z.enum(issueCodes),
  reason,
});
