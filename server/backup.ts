import { resolve } from "node:path";
import { pino } from "pino";
import { backUpObjects } from "./attachments/backup-objects.ts";
import { backUpDatabase, declareRestored } from "./db/backup-database.ts";
import { DatabaseUnavailable, StartFailure } from "./db/failures.ts";
import { readEnvironment, type Environment } from "./environment.ts";

/** `npm run backup`: copies of the database, for whoever runs the service (docs/despliegue.md). */
const usage = `Uso:
  npm run backup -- CARPETA       deja en la carpeta una copia de la base de datos y los adjuntos que falten; el servicio puede estar en marcha
  npm run backup -- --restored    con el servicio detenido, después de reponer la base de datos de otra manera
`;

await main();

async function main(): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) return fail(read.mistakes.join("\n"));
  try {
    await obey(read.environment, process.argv.slice(2));
  } catch (error) {
    if (error instanceof StartFailure) return fail(error.message);
    if (error instanceof DatabaseUnavailable)
      return fail("La base de datos no responde. Inténtelo de nuevo.");
    throw error;
  }
}

async function obey({ place, bucket }: Environment, [act = "", ...others]: readonly string[]): Promise<void> {
  if (act === "--restored" && others.length === 0) {
    await declareRestored(place, pino({ level: "silent" }));
    return say("Hecho. Al iniciar, el servicio comenzará otra historia y los libros traerán todo de nuevo.");
  }
  if (act === "" || act.startsWith("-") || others.length > 0) return fail(usage);
  const into = resolve(act);
  say(`Copia lista: ${await backUpDatabase(place, into, new Date())}`);
  // The database first: whatever it names was stored before.
  if (bucket) return say("Los adjuntos están en VAD_S3_URL: sus copias las hace ese almacén.");
  const { copied, kept } = backUpObjects(place.folder, into);
  say(`Adjuntos: ${copied} nuevos, ${kept} que ya estaban.`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
