import { existsSync, statSync } from "node:fs";
import { connectToFile, connectToServer, type Connection } from "./connection.ts";
import { codeOf, StartFailure } from "./failures.ts";
import { cannotOpen, databaseFile, type Place } from "./open-database.ts";

/** Reads a database that others may be using, or a copy of one by its file. Throws `StartFailure` where there is none. */
export async function openReader(place: Place): Promise<Connection> {
  const { server, folder } = place;
  if (server) return connectToServer(server.url, server.token);
  const isFile = existsSync(folder) && statSync(folder).isFile();
  const file = isFile ? folder : databaseFile(folder);
  if (!existsSync(file)) throw new StartFailure(`No hay una base de datos en ${folder}.`);
  try {
    return await connectToFile(file, "reading");
  } catch (error) {
    throw codeOf(error) === undefined ? error : cannotOpen(place, error);
  }
}
