import * as z from "zod";

/** What the schemas of many endpoints are made of. */
export const id = z.string().regex(/^[0-9a-f]{32}$/);
export const value = z.union([z.string().max(4_000), z.number(), z.null()]);
export const rowValues = z.record(z.string().max(64), value);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const moment = z.iso.datetime();
export const version = z.number().int().min(0);
export const sequence = z.number().int().min(0);
/** Why somebody did something, in characters: too short says nothing, and it is read in one line. */
export const reasonLength = { min: 5, max: 300 } as const;
export const reason = z.string().trim().min(reasonLength.min).max(reasonLength.max);
export const sheetId = z.string().regex(/^[a-z][a-zA-Z]{1,31}$/);
