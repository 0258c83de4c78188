import { z } from "zod";
import { roleSchema } from "../../shared/model/role.ts";

/** Which rows of a record a linked table shows: those of a day or later, all (`null`), or only its own. */
export const scopeSchema = z.union([z.literal("none"), z.object({ from: z.string().nullable() })]);
export type Scope = Readonly<z.infer<typeof scopeSchema>>;

const cellSchema = z.union([z.string(), z.number(), z.boolean()]);

/**
 * What a worksheet of the staff was before it was linked. Rows count from the header, 0 the header itself; columns from
 * the first of the staff's own.
 */
export const originSchema = z.object({
  /** It was an Excel table already. */
  wasTable: z.boolean(),
  /** Excel's ids of the staff's columns, in the order that they had. */
  columns: z.array(z.number()),
  /** Rows below the header. */
  rows: z.number(),
  /** Header cells that had to get another text. */
  headers: z.array(z.object({ row: z.number(), column: z.number(), was: cellSchema, became: cellSchema })),
  merges: z.array(
    z.object({
      row: z.number(),
      column: z.number(),
      rows: z.number(),
      columns: z.number(),
      value: cellSchema,
      /** Each of the cells got the value, and the first one's number format where they had another. */
      filled: z.boolean(),
      format: z.string().nullable(),
    }),
  ),
  /** Columns that the worksheet's own filter reached over; null where there was none. */
  filter: z.object({ column: z.number(), columns: z.number() }).nullable(),
});
export type Origin = Readonly<z.infer<typeof originSchema>>;
export type OriginMerge = Origin["merges"][number];

const titleValue = z.union([z.string(), z.number(), z.null()]);

/** What is kept of a matrix beside the names that say where it stands. */
const matrixSchema = z.object({
  /** Keys of the record's columns that say what a line is and have a column of their own. */
  lines: z.array(z.string()),
  /** What the header of each month said, by month (1–12). */
  months: z.record(z.string(), cellSchema),
  /** What titles or the person say of all lines, by key, the year among them. */
  given: z.record(z.string(), titleValue),
  /** Where the year is read each time: in its title, in the worksheet's name, or nowhere. */
  yearFrom: z.enum(["title", "worksheet", "given"]),
});
export type MatrixRecord = Readonly<z.infer<typeof matrixSchema>>;

/** How far somebody has pulled, and in which role: others may see other rows. */
const cursorSchema = z.object({
  epoch: z.string(),
  seq: z.number(),
  person: z.string(),
  role: z.exactOptional(roleSchema),
});
export type LinkCursor = Readonly<z.infer<typeof cursorSchema>>;

/** A record that lies in a table or a matrix, as the workbook remembers it; a matrix has no table and no columns of ours. */
export const linkRecordSchema = z.object({
  id: z.string(),
  sheet: z.string(),
  tableId: z.string(),
  tableName: z.string(),
  /** Excel's ids of the table's columns by the definition's keys; they outlive renaming and moving. */
  columns: z.record(z.string(), z.number()),
  /** The columns that the record had when its format was inserted or brought up to date; absent in older workbooks. */
  defined: z.exactOptional(z.array(z.string())),
  controls: z.object({ reference: z.number(), status: z.number(), marks: z.number() }),
  scope: scopeSchema,
  /** Who pulled last. */
  cursor: cursorSchema.nullable(),
  /** The others who use the workbook in turn, the latest first; absent in older workbooks. */
  earlierCursors: z.exactOptional(z.array(cursorSchema)),
  lastSync: z.string().nullable(),
  /** Rows that left the person's view while a filter kept them from being taken out. */
  toRemove: z.array(z.string()),
  /** Rows below the header that the marking rules reach. */
  ruledRows: z.number(),
  /** How a linked sheet of the staff calls the columns, by key; formats of ours use the definition's labels. */
  headers: z.record(z.string(), z.string()).default({}),
  /** How the sheet writes its columns, by key. */
  habits: z
    .record(
      z.string(),
      z.object({
        unit: z.exactOptional(z.number()),
        monthFirst: z.exactOptional(z.literal(true)),
        doubtfulOrder: z.exactOptional(z.literal(true)),
      }),
    )
    .default({}),
  /** Values that a title gives to every row, by key. */
  context: z.record(z.string(), titleValue).default({}),
  /** What the sheet was before; null for a format that the add-in inserted. */
  origin: originSchema.nullable().default(null),
  /** One record a row of a table, or one record a cell of a matrix. */
  layout: z.enum(["list", "matrix"]).default("list"),
  matrix: matrixSchema.nullable().default(null),
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
