import { canRead, readableColumns } from "../shared/model/access.ts";
import type { Role } from "../shared/model/role.ts";
import { readSynonyms } from "./db/synonyms.ts";
import type { Service } from "./service-parts.ts";

/** What people said that headers mean, by record, of the columns that a role may read. */
export async function learnedFor(
  { database, sheets }: Pick<Service, "database" | "sheets">,
  role: Role,
): Promise<Record<string, Record<string, string>>> {
  const learned: Record<string, Record<string, string>> = {};
  const visible = sheets.filter((sheet) => canRead(sheet, role));
  const known = await readSynonyms(
    database,
    visible.map(({ id }) => id),
  );
  for (const [at, sheet] of visible.entries()) {
    const readable = new Set(readableColumns(sheet, role));
    const meant = (known[at] ?? []).flatMap(({ header, key }) =>
      key !== null && readable.has(key) ? [[header, key] as const] : [],
    );
    if (meant.length > 0) learned[sheet.id] = Object.fromEntries(meant);
  }
  return learned;
}
