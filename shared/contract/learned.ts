import * as z from "zod";
import { limits } from "../contract.ts";
import { sheetId, value } from "./fields.ts";

/** Headers whose meaning one request says, and letters of each. */
export const headerLimits = { headers: 100, letters: 120 } as const;

/**
 * `POST /known-rows`: which rows of a file the service has already, of those that one may read: rows whose columns say
 * just the same, each row of the service for one of them. Answers their places in the request.
 */
export const knownRowsSchema = z.strictObject({
  schema: z.string().max(64),
  sheet: sheetId,
  columns: z.array(z.string().max(64)).min(1).max(60),
  rows: z.array(z.array(value).max(60)).min(1).max(limits.pushRows),
});
export type KnownRows = z.infer<typeof knownRowsSchema>;
export const knownRowsAnswerSchema = z.object({ known: z.array(z.number().int().min(0)) });
export type KnownRowsAnswer = z.infer<typeof knownRowsAnswerSchema>;

/** `POST /synonyms`: what headers of a sheet mean, as somebody corrected it; without a key it is no column of ours. */
export const synonymsSchema = z.strictObject({
  record: sheetId,
  headers: z
    .array(
      z.strictObject({
        header: z.string().trim().min(1).max(headerLimits.letters),
        key: z.string().max(64).nullable(),
      }),
    )
    .min(1)
    .max(headerLimits.headers),
  workbook: z.string().max(120),
});
export type Synonyms = z.infer<typeof synonymsSchema>;
/** How many of them were news. */
export const synonymsAnswerSchema = z.object({ kept: z.number().int().min(0) });
export type SynonymsAnswer = z.infer<typeof synonymsAnswerSchema>;

/** `GET /synonyms`: what colleagues corrected: keys by normalised header, by record. */
export const learnedSchema = z.object({
  learned: z.record(z.string(), z.record(z.string(), z.string())),
});
export type LearnedAnswer = z.infer<typeof learnedSchema>;
