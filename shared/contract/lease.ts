import * as z from "zod";
import { id } from "./fields.ts";

/**
 * `POST /lease`: which pane of a workbook works by itself. `workbook` names the very file, not its copies. It saves
 * doubled work and decides nothing: whoever writes without it is answered all the same.
 */
export const leaseSchema = z.strictObject({
  workbook: z.string().min(1).max(120),
  pane: id,
  /** Gives the lease back, if it is this pane's. */
  release: z.literal(true).optional(),
});
export type LeaseRequest = z.infer<typeof leaseSchema>;

/** Seconds count from the answer: clocks are not compared. */
const seconds = z.number().int().min(1);

export const leaseAnswerSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("held"), seconds }),
  /** `by` is the name of the person whose pane has it. */
  z.object({ result: z.literal("taken"), by: z.string(), seconds }),
  z.object({ result: z.literal("released") }),
]);
export type LeaseAnswer = z.infer<typeof leaseAnswerSchema>;
