import * as z from "zod";
import { limits } from "../contract.ts";
import { id, moment, reason, sequence, sheetId, value, version } from "./fields.ts";

const rows = z
  .array(z.strictObject({ id, base: version }))
  .min(1)
  .max(limits.pushRows);
const workbook = z.string().max(120);

/**
 * `POST /status`: rows of one record are validated, returned to their author, or sent again as they are: a validation is
 * taken back, a return answered. `base` is the version that the person looked at.
 */
export const changeStatusSchema = z.discriminatedUnion("to", [
  z.strictObject({ sheet: sheetId, to: z.literal("validated"), rows, workbook }),
  z.strictObject({ sheet: sheetId, to: z.enum(["returned", "sent"]), rows, reason, workbook }),
]);
export type ChangeStatus = z.infer<typeof changeStatusSchema>;

/**
 * One answer a row, in the order of the request. `stale`: somebody changed the row since; `own`: nobody validates what
 * they wrote; `gone`: there is no such row for the person, or it is void.
 */
export const statusAnswerSchema = z.object({
  seq: sequence,
  answers: z.array(
    z.discriminatedUnion("result", [
      z.object({ result: z.literal("changed"), id, version }),
      z.object({ result: z.enum(["stale", "own", "forbidden", "gone"]), id }),
    ]),
  ),
});
export type StatusAnswer = z.infer<typeof statusAnswerSchema>;

/** `POST /unvoid`: void rows count again, with a reason. `base` is the version that was voided. */
export const unvoidSchema = z.strictObject({ sheet: sheetId, rows, reason, workbook });
export type Unvoid = z.infer<typeof unvoidSchema>;

/** `taken`: another row says by now what names this one. */
export const unvoidAnswerSchema = z.object({
  seq: sequence,
  answers: z.array(
    z.discriminatedUnion("result", [
      z.object({ result: z.literal("restored"), id, version }),
      z.object({ result: z.enum(["stale", "taken", "forbidden", "gone"]), id }),
    ]),
  ),
});
export type UnvoidAnswer = z.infer<typeof unvoidAnswerSchema>;

/** `GET /voided/:sheet?before=SEQ`: void rows that the person may see, those voided last first. */
export const voidedQuerySchema = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
export const voidedSchema = z.object({
  /** The keys of the columns, in the order of `values`. */
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      id,
      version,
      values: z.array(value),
      /** The name of who voided it, when and why. */
      by: z.string(),
      at: moment,
      reason: z.string().nullable(),
      mayRestore: z.boolean(),
    }),
  ),
  /** What to pass as `before` for those voided earlier; null where there are none. */
  next: sequence.nullable(),
});
export type VoidedAnswer = z.infer<typeof voidedSchema>;
