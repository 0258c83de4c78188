import * as z from "zod";
import { limits } from "../contract.ts";
import { id, sheetId } from "./fields.ts";

/** `POST /seen`: rows of a record that a workbook shows, asked once the person has another role. */
export const seenSchema = z.strictObject({
  schema: z.string().max(64),
  sheet: sheetId,
  rows: z.array(id).min(1).max(limits.pushRows),
});
export type Seen = z.infer<typeof seenSchema>;

/** Those that the person does not see: void ones, others' ones, and such as never were look the same. */
export const seenAnswerSchema = z.object({ unseen: z.array(id) });
export type SeenAnswer = z.infer<typeof seenAnswerSchema>;
