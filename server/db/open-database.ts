import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { connectToFile, connectToServer } from "./connection.ts";
import { createDatabase, type Database } from "./database.ts";
import { StartFailure, troubleOf } from "./failures.ts";
import { refuseForeignJournal } from "./foreign-journal.ts";
import { ownFile, type Ownership } from "./own-file.ts";
import { statement } from "./statement.ts";

/** Where the rows are: in a folder of this machine or, where one is named, on a libSQL server. */
export interface Place {
  /** The folder of the database file, and of what the service notes about its database wherever that is. */
  readonly folder: string;
  readonly server?: { readonly url: string; readonly token?: string | undefined };
}

export interface OpenOptions {
  readonly place: Place;
  readonly log: Logger;
  readonly onFatal: (error: Error) => void;
}

/** Opens the database and makes this process its only owner. Throws `StartFailure` with what to do about it. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { server, folder } = options.place;
  return server ? openServer(options, server) : openFile(options, folder);
}

export const databaseFile = (folder: string): string => join(folder, "ventas.db");

/** Why the database cannot be used, for whoever starts the service. */
export function cannotOpen(place: Place, cause: unknown): StartFailure {
  const sentence = place.server
    ? "El servidor de la base de datos no responde. Revise VAD_DATABASE_URL y su token."
    : `No se pudo abrir la base de datos ${databaseFile(place.folder)}. ¿La tiene abierta otro programa?`;
  return new StartFailure(sentence, { cause });
}

async function openFile({ place, log, onFatal }: OpenOptions, folder: string): Promise<Database> {
  prepareFolder(folder);
  const file = databaseFile(folder);
  const ownership = await ownFile(file);
  try {
    refuseForeignJournal(file);
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
  { url, token }: NonNullable<Place["server"]>,
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
