import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { anchorText } from "../audit/finding.ts";
import { readHead } from "./audit-chain.ts";
import { baseTables } from "./base-tables.ts";
import { connectToFile, copyFile } from "./connection.ts";
import { copyMark } from "./epoch.ts";
import { codeOf, StartFailure } from "./failures.ts";
import { refuseForeignJournal } from "./foreign-journal.ts";
import { databaseFile, openDatabase, type Place } from "./open-database.ts";

/**
 * Writes a whole copy of the database into a folder, also while the service uses it, and gives its file. The copy knows
 * that it is one. Throws `StartFailure` where it cannot be written; only a finished copy has its name.
 */
export async function backUpDatabase({ folder, server }: Place, into: string, at: Date): Promise<string> {
  if (server) throw new StartFailure("Los respaldos de un servidor libSQL los hace ese servidor.");
  const file = presentFile(folder);
  refuseForeignJournal(file);
  const copy = join(into, `ventas-${at.toISOString().slice(0, 19).replaceAll(":", "")}.db`);
  try {
    mkdirSync(into, { recursive: true });
    await writeCopy(file, copy);
    await writeMark(copy);
    return copy;
  } catch (error) {
    throw whyNoCopy(file, into, error);
  }
}

/** Says that the database was put back in a way that nobody can notice: the next start begins another history. */
export async function declareRestored(place: Place, log: Logger): Promise<void> {
  if (!place.server) presentFile(place.folder);
  const database = await openDatabase({ place, log, onFatal: () => undefined });
  try {
    await database.exclusive((session) => session.write([...baseTables, copyMark]));
  } finally {
    await database.close();
  }
}

function presentFile(folder: string): string {
  const file = databaseFile(folder);
  if (!existsSync(file)) throw new StartFailure(`No hay una base de datos en ${folder}.`);
  return file;
}

async function writeCopy(file: string, copy: string): Promise<void> {
  const draft = `${copy}.parcial`;
  const discard = () => {
    for (const part of [draft, `${draft}-journal`]) rmSync(part, { force: true });
  };
  discard();
  try {
    await copyFile(file, draft, copyMark);
    renameSync(draft, copy);
  } finally {
    discard();
  }
}

/** The mark of the audit as the copy has it: kept elsewhere, it proves that nothing before it was rewritten. */
async function writeMark(copy: string): Promise<void> {
  const reader = await connectToFile(copy, "reading");
  try {
    writeFileSync(copy.replace(/\.db$/, ".marca.txt"), `${anchorText(await readHead(reader))}\n`);
  } finally {
    await reader.close(false);
  }
}

/** Errors of the disk and of the database have codes; mistakes of ours have none and are thrown as they are. */
function whyNoCopy(file: string, into: string, cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === undefined) return cause;
  const sentence =
    code === "SQLITE_CORRUPT" || code === "SQLITE_NOTADB"
      ? `La base de datos ${file} está dañada: no se hizo la copia. Conserve las anteriores.`
      : `No se pudo escribir la copia en ${into}. Revise el espacio y los permisos.`;
  return new StartFailure(sentence, { cause });
}
