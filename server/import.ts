import { writeFileSync } from "node:fs";
import type { PersonRecord } from "./db/read-people.ts";
import { StartFailure } from "./db/failures.ts";
import { readEnvironment } from "./environment.ts";
import { keptSecret } from "./identity/secret.ts";
import { readOptions, usage, type ImportOptions } from "./import/options.ts";
import { reportOf } from "./import/report.ts";
import { runImport } from "./import/run-import.ts";
import { isWhole, summarise } from "./import/summary.ts";
import { tellFile } from "./import/tell-file.ts";
import { createService, type RunningService } from "./service.ts";

/** `npm run import`: years of old files, through the service's own decisions. What it takes and how it ends: `usage`. */
const exitCodes = { whole: 0, left: 1, cannotRun: 2 } as const;

await main();

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return fail(usage);
  const read = readEnvironment();
  if (!read.ok) return fail(`${read.mistakes.join("\n")}\n`);
  const { place, company, secret, folder } = read.environment;
  try {
    const service = await createService({ place, company, secret: secret ?? keptSecret(folder) });
    try {
      await importFiles(service, options);
    } finally {
      await service.stop();
    }
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    fail(`${error.message}\n`);
  }
}

async function importFiles(service: RunningService, options: ImportOptions): Promise<void> {
  const person = await accountOf(service, options.as);
  if (!person) return fail(`No hay una cuenta con el correo ${options.as}. Vea «npm run people -- list».\n`);
  const outcomes = await runImport(service, person, options, (outcome) =>
    say(tellFile(outcome, options.writes)),
  );
  if (options.report !== undefined && !writeReport(options.report, reportOf(outcomes))) return;
  if (!options.writes) say("No se escribió nada. Para importar, repita con --write.\n");
  say(`${JSON.stringify(summarise(outcomes, options.writes))}\n`);
  process.exitCode = isWhole(outcomes) ? exitCodes.whole : exitCodes.left;
}

async function accountOf({ people }: RunningService, email: string): Promise<PersonRecord | undefined> {
  const everybody = await people.list();
  return everybody.find((person) => person.email === email.trim().toLowerCase());
}

/** False, and said, where the file cannot be written. */
function writeReport(file: string, content: string): boolean {
  try {
    writeFileSync(file, content);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    fail(`No se puede escribir ${file}. Revise la carpeta y sus permisos.\n`);
    return false;
  }
}

function say(text: string): void {
  process.stdout.write(text);
}

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = exitCodes.cannotRun;
}
