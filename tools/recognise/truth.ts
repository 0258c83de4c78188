import * as z from "zod";

// The form of ../shared/workbooks/README.md: rows count from 1, columns are letters, names are those of domain.md.

const value = z.union([z.string(), z.number(), z.null()]);
const finding = z.object({ column: z.string(), why: z.string() });
const values = z.record(z.string(), value);

const rowSchema = z.object({
  row: z.number().int(),
  /** The month's cell in a matrix. */
  column: z.string().optional(),
  values,
  errors: z.array(finding).default([]),
  warnings: z.array(finding).default([]),
  /** The dates, if the user says that the column is month-first. */
  ifMonthFirst: values.optional(),
});
export type TruthRow = z.infer<typeof rowSchema>;

const tableSchema = z.object({
  record: z.string(),
  layout: z.enum(["list", "matrix"]).default("list"),
  sheet: z.string(),
  headerRow: z.number().int(),
  headerRows: z.array(z.number().int()).optional(),
  firstDataRow: z.number().int().optional(),
  lastDataRow: z.number().int(),
  records: z.number().int(),
  columns: z.record(z.string(), z.string().nullable()),
  missingRequired: z.array(z.string()).default([]),
  context: values.default({}),
  unit: z.number().optional(),
  units: z.record(z.string(), z.number()).default({}),
  skipRows: z.record(z.string(), z.string()).default({}),
  mergedData: z.array(z.string()).default([]),
  table: z.string().optional(),
  errorCounts: z.record(z.string(), z.number()).optional(),
  sums: z.record(z.string(), z.number()).default({}),
  rows: z.array(rowSchema).default([]),
});
export type TruthTable = z.infer<typeof tableSchema>;

const rangeSchema = z.union([
  z.string(),
  z.object({ range: z.string(), sheet: z.string().optional() }).transform(({ range }) => range),
]);

const bookSchema = z.object({
  today: z.iso.date(),
  /** The worksheet of the first table; a workbook may have none that is a record. */
  sheet: z.string().default(""),
  more: z.array(tableSchema).default([]),
  noRecordSheets: z.array(z.string()).default([]),
  hiddenSheets: z.array(z.string()).default([]),
  otherTables: z.array(rangeSchema).default([]),
  date1904: z.boolean().optional(),
  protected: z.boolean().optional(),
});

/** What is true of a workbook; `tables` are all those that are records. */
export type Truth = z.infer<typeof bookSchema> & { readonly tables: readonly TruthTable[] };

/** A truth file. Throws where it has not the form. */
export function readTruth(text: string): Truth {
  const json: unknown = JSON.parse(text);
  const book = bookSchema.parse(json);
  return { ...book, tables: [...(hasRecord(json) ? [tableSchema.parse(json)] : []), ...book.more] };
}

const hasRecord = (json: unknown): boolean =>
  typeof json === "object" && json !== null && "record" in json && json.record !== null;
