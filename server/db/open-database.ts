import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { connectToFile, connectToServer, type Connection } from "./connection.ts";
import { createDatabase, type Database } from "./database.ts";
import { StartFailure, troubleOf } from "./failures.ts";
import { ownFile, type Ownership } from "./own-file.ts";

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
  return "folder" in options.place
    ? openFile(options, options.place.folder)
    : openServer(options, options.place);
}

export const databaseFile = (folder: string): string => join(folder, "ventas.db");

async function openFile({ log, onFatal }: OpenOptions, folder: string): Promise<Database> {
  prepareFolder(folder);
  const file = databaseFile(folder);
  const ownership = await ownFile(file, onFatal);
  try {
    const writer = await connectToFile(file, "writing");
    const reader = await connectToFile(file, "reading");
    return releasing(createDatabase({ writer, reader, log, onFatal }), ownership);
  } catch (error) {
    await ownership.release();
    if (troubleOf(error) === undefined) throw error;
    throw new StartFailure(`No se pudo abrir la base de datos ${file}. ¿La tiene abierta otro programa?`, {
      cause: error,
    });
  }
}

async function openServer(
  { log, onFatal }: OpenOptions,
  { url, token }: Extract<Place, { readonly url: string }>,
): Promise<Database> {
  const connections: [Connection, Connection] = [connectToServer(url, token), connectToServer(url, token)];
  const [writer, reader] = connections;
  const answer = await Promise.allSettled([writer.read([{ sql: "SELECT 1", args: [] }])]);
  if (answer[0].status === "rejected") {
    throw new StartFailure(
      "El servidor de la base de datos no responde. Revise VAD_DATABASE_URL y su token.",
      {
        cause: answer[0].reason,
      },
    );
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
    async close() {
      await database.close();
      await ownership.release();
    },
  };
}
