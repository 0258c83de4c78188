import { pino } from "pino";
import { StartFailure } from "../db/failures.ts";
import { openDatabase, type Place } from "../db/open-database.ts";
import { readPeople } from "../db/read-people.ts";
import { exportAudit } from "./export-audit.ts";
import type { ExportWords } from "./export-words.ts";

/**
 * Exports the audit, as the one process that owns the database: an export that the audit does not tell of is none of
 * ours. Gives how many entries. Throws `StartFailure` with what to do about it.
 */
export async function runExport(
  place: Place,
  { file, as, from, to }: ExportWords,
  at: Date,
): Promise<number> {
  const database = await openDatabase({ place, log: pino({ level: "silent" }), onFatal });
  try {
    const people = await readPeople(database);
    const by = people.find(({ email }) => email === as.trim().toLowerCase());
    if (!by) throw new StartFailure(`No hay una cuenta con el correo ${as}. Vea «npm run people -- list».`);
    return await exportAudit(database, { file, from, to, by: by.id, at });
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new StartFailure(`No se puede escribir ${file}. Revise la carpeta y sus permisos.`, {
      cause: error,
    });
  } finally {
    await database.close();
  }
}

function onFatal(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}
