import { closeSync, openSync, readSync, statSync } from "node:fs";
import { StartFailure } from "./failures.ts";

/** Where the header of the file says how it is written, and the number of a file without a write-ahead log. */
const writeVersion = { offset: 18, withoutLog: 1 } as const;

/**
 * Throws `StartFailure` where a backup lies beside the write-ahead log of the database that it replaced: SQLite would
 * play the log onto it, which ruins both. Only a copy that `VACUUM INTO` wrote can be told from the log's own file
 * (https://sqlite.org/fileformat2.html#file_format_version_numbers).
 */
export function refuseForeignJournal(file: string): void {
  const log = `${file}-wal`;
  const length = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (length === 0 || versionOf(file) !== writeVersion.withoutLog) return;
  throw new StartFailure(
    `Junto a ${file} quedó el diario de la base de datos anterior. Borre ${log} y ${file}-shm, e intente de nuevo.`,
  );
}

function versionOf(file: string): number | undefined {
  if (!statSync(file, { throwIfNoEntry: false })) return undefined;
  const opened = openSync(file, "r");
  try {
    const header = new Uint8Array(1);
    return readSync(opened, header, 0, 1, writeVersion.offset) === 1 ? header[0] : undefined;
  } finally {
    closeSync(opened);
  }
}
