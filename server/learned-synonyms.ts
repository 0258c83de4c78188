import { readableColumns } from "../shared/model/access.ts";
import type { Role } from "../shared/model/role.ts";
import { readSynonyms } from "./db/synonyms.ts";
import type { Service } from "./service-parts.ts";

/** What people said that headers mean, by record, of the columns that a role may read. */
export async function learnedFor(
  { database, sheets }: Pick<Service, "database" | "sheets">,
  role: Role,
): Promise<Record<string, Record<string, string>>> {
  const learned: Record<string, Record<string, string>> = {};
  for (const sheet of sheets) {
    const readable = new Set(readableColumns(sheet, role));
    if (readable.size === 0) continue;
    const known = await readSynonyms(database, sheet.id);
    const meant = known.flatMap(({ header, key }) =>
      key !== null && readable.has(key) ? [[header, key] as const] : [],
    );
    if (meant.length > 0) learned[sheet.id] = Object.fromEntries(meant);
  }
  return learned;
}
