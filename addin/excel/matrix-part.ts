import { z } from "zod";
import type { Cell } from "../../shared/model/value.ts";
import { parseJson } from "../parse-json.ts";
import { matrixPart, readLinkTexts, saveLinkText } from "./link-part.ts";

/** What a matrix keeps of one record, where a table has hidden columns and columns that staff do not have. */
export interface MatrixEntry {
  /** The record's reference, as a hidden reference column says it; empty where it has none. */
  readonly reference: string;
  /** Values that travel with the record's next push and have no cell, by key: the reason of a new version. */
  readonly carried: Readonly<Record<string, string>>;
  /** What the cell held when those were given: of another value they say nothing. */
  readonly of: Cell;
}

/** Entries by what names the record. */
export type MatrixEntries = ReadonlyMap<string, MatrixEntry>;

/** What is kept of a record of which nothing is known. */
export const noEntry: MatrixEntry = { reference: "", carried: {}, of: "" };

const entriesSchema = z.array(
  z.tuple([
    z.string(),
    z.string(),
    z.record(z.string(), z.string()),
    z.union([z.string(), z.number(), z.boolean()]),
  ]),
);

/** What the workbook keeps about the records of a matrix; it travels with every copy of the file. */
export async function readMatrixEntries(context: Excel.RequestContext, link: string): Promise<MatrixEntries> {
  const text = (await readLinkTexts(context, matrixPart)).get(link);
  const parsed = entriesSchema.safeParse(parseJson(text ?? "[]"));
  if (!parsed.success) return new Map();
  return new Map(parsed.data.map(([key, reference, carried, of]) => [key, { reference, carried, of }]));
}

export async function saveMatrixEntries(
  context: Excel.RequestContext,
  link: string,
  entries: MatrixEntries,
): Promise<void> {
  const list = [...entries].map(([key, { reference, carried, of }]) => [key, reference, carried, of]);
  await saveLinkText(context, matrixPart, link, JSON.stringify(list));
}
