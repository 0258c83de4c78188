import * as z from "zod";
import { roleSchema } from "../model/role.ts";
import { id, sheetId } from "./fields.ts";

/**
 * Query of `GET /live`: the pane that listens, and the place in the history from which it has not looked. Without a
 * place only what changes from now on is told.
 */
export const liveQuerySchema = z.strictObject({
  pane: id,
  epoch: z.string().max(64).optional(),
  seq: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
export interface LiveQuery {
  readonly pane: string;
  readonly epoch?: string;
  readonly seq?: string;
}

/** The first event: what the service runs with, and as whom it knows the person. */
export const liveHelloSchema = z.object({ epoch: z.string(), schema: z.string(), role: roleSchema });
export type LiveHello = z.infer<typeof liveHelloSchema>;

/**
 * The records in which something changed that this person sees. Neither how much nor where in the history: what is
 * hidden from them raises no event and leaves no trace in one.
 */
export const liveChangedSchema = z.object({ sheets: z.array(sheetId).min(1) });
export type LiveChanged = z.infer<typeof liveChangedSchema>;

/** The last event, where the service ends a stream by itself. */
export const liveByeSchema = z.object({
  why: z.enum(["session-ended", "role-changed", "replaced", "stopping"]),
});
export type LiveBye = z.infer<typeof liveByeSchema>;

/** The events of `GET /live` by name. Between them, comments tell every few seconds that the stream is open. */
export const liveEvents = {
  hello: liveHelloSchema,
  changed: liveChangedSchema,
  bye: liveByeSchema,
} as const;
