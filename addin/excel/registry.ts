import { z } from "zod";

/** Which rows of a record a linked table shows: those of a day or later, all (`null`), or only its own. */
export const scopeSchema = z.union([z.literal("none"), z.object({ from: z.string().nullable() })]);
export type Scope = Readonly<z.infer<typeof scopeSchema>>;

/** A record that lies in a table, as the workbook remembers it. */
export const linkRecordSchema = z.object({
  id: z.string(),
  sheet: z.string(),
  tableId: z.string(),
  tableName: z.string(),
  /** Excel's ids of the table's columns by the definition's keys; they outlive renaming and moving. */
  columns: z.record(z.string(), z.number()),
  controls: z.object({ reference: z.number(), status: z.number(), marks: z.number() }),
  scope: scopeSchema,
  /** How far this workbook has pulled, and for whom: somebody else may see other rows. */
  cursor: z.object({ epoch: z.string(), seq: z.number(), person: z.string() }).nullable(),
  lastSync: z.string().nullable(),
  /** Rows that left the person's view while a filter kept them from being taken out. */
  toRemove: z.array(z.string()),
  /** Rows below the header that the marking rules reach. */
  ruledRows: z.number(),
});
export type LinkRecord = Readonly<z.infer<typeof linkRecordSchema>>;

/** A computed table, as the workbook remembers it. */
export const tableRecordSchema = z.object({
  id: z.string(),
  table: z.string(),
  tableId: z.string(),
  tableName: z.string(),
  months: z.object({ first: z.string(), last: z.string() }),
  refreshedAt: z.string().nullable(),
});
export type TableRecord = Readonly<z.infer<typeof tableRecordSchema>>;

/** What the add-in keeps in the workbook. It travels with the file; nothing in it is secret. */
export interface Registry {
  /** Names the workbook in the service's history. */
  readonly workbook: string;
  readonly links: readonly LinkRecord[];
  readonly tables: readonly TableRecord[];
}
