import type { z } from "zod";
import { parseJson } from "../parse-json.ts";
import {
  linkRecordSchema,
  tableRecordSchema,
  type LinkRecord,
  type Registry,
  type TableRecord,
} from "./registry.ts";

const workbookKey = "ventas-al-dia.workbook";
const linkPrefix = "ventas-al-dia.link.";
const tablePrefix = "ventas-al-dia.table.";

/**
 * Reads what the add-in keeps in this workbook. One without a name of its own is to be called by the given one, which is
 * written with its first link or table: nothing is written into workbooks that are merely opened. Entries that cannot be
 * read, such as those of a newer version, are left alone.
 */
export async function readRegistry(context: Excel.RequestContext, newWorkbookId: string): Promise<Registry> {
  const { settings } = context.workbook;
  settings.load({ key: true, value: true });
  await context.sync();
  const entries = settings.items.map(({ key, value }) => [key, value as unknown] as const);
  const known = entries.find(([key]) => key === workbookKey)?.[1];
  return {
    workbook: typeof known === "string" ? known : newWorkbookId,
    links: parseEntries(entries, linkPrefix, linkRecordSchema),
    tables: parseEntries(entries, tablePrefix, tableRecordSchema),
  };
}

export async function saveLinks(
  context: Excel.RequestContext,
  links: readonly LinkRecord[],
  workbookId: string,
): Promise<void> {
  context.workbook.settings.add(workbookKey, workbookId);
  // Settings keep text: nested values come back changed from some versions of Excel.
  for (const link of links) context.workbook.settings.add(linkPrefix + link.id, JSON.stringify(link));
  await context.sync();
}

export async function saveTables(
  context: Excel.RequestContext,
  tables: readonly TableRecord[],
  workbookId: string,
): Promise<void> {
  context.workbook.settings.add(workbookKey, workbookId);
  for (const table of tables) context.workbook.settings.add(tablePrefix + table.id, JSON.stringify(table));
  await context.sync();
}

export function forgetLinkRecord(context: Excel.RequestContext, id: string): Promise<void> {
  return removeEntry(context, linkPrefix + id);
}

export function forgetTableRecord(context: Excel.RequestContext, id: string): Promise<void> {
  return removeEntry(context, tablePrefix + id);
}

async function removeEntry(context: Excel.RequestContext, key: string): Promise<void> {
  const entry = context.workbook.settings.getItemOrNullObject(key);
  await context.sync();
  if (!entry.isNullObject) entry.delete();
  await context.sync();
}

function parseEntries<T>(
  entries: readonly (readonly [string, unknown])[],
  prefix: string,
  schema: z.ZodType<T>,
): readonly T[] {
  return entries.flatMap(([key, value]) => {
    if (!key.startsWith(prefix) || typeof value !== "string") return [];
    const parsed = schema.safeParse(parseJson(value));
    return parsed.success ? [parsed.data] : [];
  });
}
