import * as z from "zod";
import { id, moment, reason, sequence, sheetId } from "./fields.ts";

export const undoLimits = {
  /** How many sendings a list has, the newest. */
  listed: 20,
  /** Rows that one sending may have to be taken back at once. */
  rows: 5_000,
  /** Rows that an answer names one by one. */
  named: 100,
} as const;

/** `GET /pushes`: what the person sent last, newest first; of rows that they still see. */
export const pushesSchema = z.object({
  pushes: z.array(
    z.object({
      act: id,
      at: moment,
      workbook: z.string(),
      sheets: z.array(z.object({ sheet: sheetId, rows: z.number().int() })),
      /** The sending that this one took back; null where it is an ordinary one. */
      undoes: id.nullable(),
      /** It was taken back, and that still holds. */
      undone: z.boolean(),
    }),
  ),
});
export type Pushes = z.infer<typeof pushesSchema>;
export type PushSummary = Pushes["pushes"][number];

/** Why a row of a sending stays as it is. */
export const keptReasons = [
  /** Somebody built on it: changed the same fields since, or anything of a row that the sending added. */
  "changed",
  "voided",
  /** Somebody vouches for what it says. */
  "validated",
  /** The person may not change it so any more. */
  "forbidden",
  /** As it was before, a rule or another row stands against it by now. */
  "not-allowed",
] as const;

const keptRow = z.object({
  sheet: sheetId,
  id,
  label: z.string(),
  why: z.enum(keptReasons),
  /** The name of whose change it is, as far as the person may know. */
  by: z.string().nullable(),
});
export type KeptRow = z.infer<typeof keptRow>;

const takenBack = z.object({
  sheets: z.array(
    z.object({
      sheet: sheetId,
      /** Rows whose fields go back to what they said, rows that are voided, and rows that count again. */
      changed: z.number().int(),
      voided: z.number().int(),
      restored: z.number().int(),
    }),
  ),
  /** Rows that stay as they are; the first of them. */
  kept: z.array(keptRow),
  keptRows: z.number().int(),
});

/** `GET /pushes/:act`: what taking back a sending would do now. */
export const undoPreviewSchema = takenBack.extend({ act: id, at: moment, workbook: z.string() });
export type UndoPreview = z.infer<typeof undoPreviewSchema>;

/** `POST /undo`. `id` names the taking back: the same again gives the same answer, and it can be taken back itself. */
export const undoSchema = z.strictObject({
  id,
  act: id,
  reason,
  workbook: z.string().max(120),
});
export type Undo = z.infer<typeof undoSchema>;

export const undoAnswerSchema = takenBack.extend({ seq: sequence });
export type UndoAnswer = z.infer<typeof undoAnswerSchema>;
