import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { connectToFile, connectToServer } from "./connection.ts";
import { createDatabase, type Database } from "./database.ts";
import { StartFailure, troubleOf } from "./failures.ts";
import { ownFile, type Ownership } from "./own-file.ts";
import { statement } from "./statement.ts";

/** Where the rows are: a folder of this machine, or a libSQL server. */
export type Place =
  { readonly folder: string } | { readonly url: string; readonly token?: string | undefined };

export interface OpenOptions {
  readonly place: Place;
  readonly log: Logger;
  readonly onFatal: (error: Error) => void;
}

/** Opens the database and makes this process its only owner. Throws `StartFailure` with what to do about it. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { place } = options;
  return "folder" in place ? openFile(options, place.folder) : openServer(options, place.url, place.token);
}

export const databaseFile = (folder: string): string => join(folder, "ventas.db");

/** Why the database cannot be used, for whoever starts the service. */
export function cannotOpen(place: Place, cause: unknown): StartFailure {
  const sentence =
    "folder" in place
      ? `No se pudo abrir la base de datos ${databaseFile(place.folder)}. ¿La tiene abierta otro programa?`
      : "El servidor de la base de datos no responde. Revise VAD_DATABASE_URL y su token.";
  return new StartFailure(sentence, { cause });
}

async function openFile({ place, log, onFatal }: OpenOptions, folder: string): Promise<Database> {
  prepareFolder(folder);
  const file = databaseFile(folder);
  const ownership = await ownFile(file);
  try {
    const writer = await connectToFile(file, "writing");
    const reader = await connectToFile(file, "reading");
    const database = createDatabase({ writer, reader, log, onFatal });
    void ownership.lost.then((error) => database.distrust("another process took the database file", error));
    return releasing(database, ownership);
  } catch (error) {
    await ownership.release();
    throw troubleOf(error) === undefined ? error : cannotOpen(place, error);
  }
}

async function openServer(
  { place, log, onFatal }: OpenOptions,
  url: string,
  token?: string,
): Promise<Database> {
  const writer = connectToServer(url, token);
  const reader = connectToServer(url, token);
  try {
    await writer.read([statement("SELECT 1")]);
  } catch (error) {
    throw cannotOpen(place, error);
  }
  return createDatabase({ writer, reader, log, onFatal });
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StartFailure(`No se puede escribir en la carpeta de datos ${folder}. Revise sus permisos.`, {
      cause: error,
    });
  }
}

function releasing(database: Database, ownership: Ownership): Database {
  return {
    read: (statements) => database.read(statements),
    exclusive: (work) => database.exclusive(work),
    get accepting() {
      return database.accepting;
    },
    distrust: (message, cause) => database.distrust(message, cause),
    async close() {
      await database.close();
      await ownership.release();
    },
  };
}
