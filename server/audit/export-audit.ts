import { renameSync, rmSync } from "node:fs";
import { dayAt } from "../../shared/colombia/day.ts";
import type { Day } from "../../shared/model/value.ts";
import { readHead } from "../db/audit-chain.ts";
import { readChain, type ReadEntry } from "../db/read-chain.ts";
import { createDirectory } from "../../shared/model/directory.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import type { Database } from "../db/database.ts";
import { readPeople } from "../db/read-people.ts";
import { readSettings } from "../db/settings.ts";
import { openEntryFile } from "./entry-files.ts";
import { recordEvent } from "./record-event.ts";
import { momentOf, toldEntry } from "./told-entry.ts";

export interface AuditExport {
  /** `.xlsx` for people, `.jsonl` for whoever checks the hashes. */
  readonly file: string;
  /** Days of Bogotá, both included; null for no bound. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The id of who asked for it. */
  readonly by: string;
  readonly at: Date;
}

/** An entry with the hash that it follows from, so that each can be checked by itself. */
export interface ExportedEntry extends ReadEntry {
  readonly previous: string;
}

const entriesAtOnce = 2_000;

/**
 * Writes the entries of some days to a file, and an event that says so. The file gets its name only once the event is
 * on the disk: nothing is handed out unsaid. Gives how many entries. Throws what the file system throws.
 */
export async function exportAudit(
  database: Pick<Database, "read" | "exclusive">,
  { file, from, to, by, at }: AuditExport,
): Promise<number> {
  const people = createDirectory(await readPeople(database));
  const context = { today: dayAt(at), people, date1904: false, settings: await readSettings(database) };
  const parts = { file: `${file}.parcial`, isForPeople: file.toLowerCase().endsWith(".xlsx") };
  const open = openEntryFile(parts.file, parts.isForPeople);
  try {
    let entries = 0;
    for await (const entry of readExported(database, { from, to })) {
      await open.add(entry, () => toldEntry(entry, { sheets, context }));
      entries += 1;
    }
    await open.close();
    await recordEvent(database, {
      kind: "audit-exported",
      by,
      about: null,
      at,
      details: { from, to, entries },
    });
    renameSync(parts.file, file);
    return entries;
  } catch (error) {
    open.abandon();
    rmSync(parts.file, { force: true });
    throw error;
  }
}

async function* readExported(
  database: Pick<Database, "read">,
  { from, to }: Pick<AuditExport, "from" | "to">,
): AsyncGenerator<ExportedEntry> {
  const head = await readHead(database);
  let previous = "";
  for (let after = 0; after < head.n; after += entriesAtOnce) {
    for (const entry of await readChain(database, after, Math.min(after + entriesAtOnce, head.n))) {
      const day = dayAt(momentOf(entry));
      if ((from === null || day >= from) && (to === null || day <= to)) yield { ...entry, previous };
      previous = entry.hash;
    }
  }
}
