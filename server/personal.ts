import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { createFolderStore } from "./attachments/folder-store.ts";
import { attachmentsFolder } from "./attachments/object-store.ts";
import { createS3Store } from "./attachments/s3-store.ts";
import type { PersonRecord } from "./db/read-people.ts";
import { codeOf, StartFailure } from "./db/failures.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { keptSecret } from "./identity/secret.ts";
import { remainsWords } from "./personal/remains-words.ts";
import { writeTables } from "./personal/write-tables.ts";
import { createService, type RunningService } from "./service.ts";

/** `npm run personal`: what people ask of their own data (Ley 1581 de 2012), with the service stopped (docs/despliegue.md). */
const usage = `Uso, con el servicio detenido:
  npm run personal -- export TITULAR ARCHIVO.xlsx --as CORREO
  npm run personal -- anonymise TITULAR --reason MOTIVO --as CORREO [--yes]
TITULAR es el número de documento, una cuenta contrato o el nombre. CORREO es el de la cuenta del director o de otra
persona que lo atiende: queda en la auditoría. MOTIVO no debe nombrar al titular. --yes no pregunta.
`;

const unknown = {
  unknown: "Ninguna fila nombra a ese titular, ni lo nombró antes. Los textos libres no se buscan así.",
  several: "Ese nombre es de varios titulares: use el número de documento.",
} as const;

await main();

async function main(): Promise<void> {
  const asked = readWords(process.argv.slice(2));
  if (!asked) return fail(usage);
  const read = readEnvironment();
  if (!read.ok) return fail(`${read.mistakes.join("\n")}\n`);
  try {
    await serve(read.environment, asked);
  } catch (error) {
    if (error instanceof StartFailure) return fail(`${error.message}\n`);
    throw error;
  }
}

async function serve(environment: Environment, asked: Asked): Promise<void> {
  const { place, company, secret, folder, bucket } = environment;
  const objects = bucket ? createS3Store(bucket) : createFolderStore(attachmentsFolder(folder));
  const service = await createService({ place, company, secret: secret ?? keptSecret(folder), objects });
  try {
    const by = await accountOf(service, asked.as);
    if (!by) return fail(`No hay una cuenta con el correo ${asked.as}. Vea «npm run people -- list».\n`);
    await (asked.act === "export" ? exportTo(service, asked, by) : anonymise(service, asked, by));
  } finally {
    await service.stop();
  }
}

async function exportTo(
  service: RunningService,
  { words, file = "" }: Asked,
  by: PersonRecord,
): Promise<void> {
  const told = await service.personal.export({ words, by, at: new Date() });
  if (!told.ok) return fail(`${unknown[told.code]}\n`);
  try {
    await writeTables(file, told.tables);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return fail(`No se puede escribir ${file}. Revise la carpeta y sus permisos.\n`);
  }
  say(`${file}: ${told.rows} filas del titular, con su historia.\n`);
  if (told.former > 0)
    say(`Están también las versiones anteriores de ${told.former} filas que hoy son de otra persona.\n`);
  tellDoubtful(told.doubtful);
}

async function anonymise(
  service: RunningService,
  { words, reason = "", isSure }: Asked,
  by: PersonRecord,
): Promise<void> {
  if (!isSure && !(await confirmed())) return say("No se cambió nada.\n");
  const done = await service.personal.anonymise({ words, reason, by: by.id, at: new Date() });
  if (!done.ok) return fail(`${unknown[done.code]}\n`);
  const { rows, former, versions, files, doubtful, remains, waiting } = done;
  say(`Anonimizado: ${rows} filas, ${versions} cambios y ${files} archivos. La auditoría lo dice.\n`);
  if (former > 0)
    say(`Entre esos cambios están versiones anteriores de ${former} filas que hoy son de otra persona.\n`);
  tellDoubtful(doubtful);
  say(remainsWords(remains));
  if (waiting > 0)
    say(`El almacén no soltó ${waiting} archivos: el próximo inicio del servicio lo intenta de nuevo.\n`);
  say("No se buscó su nombre dentro de textos libres de otras filas, ni escrito de otra manera.\n");
  say("Las copias de respaldo anteriores todavía contienen esos datos.\n");
}

function tellDoubtful(doubtful: number): void {
  if (doubtful > 0)
    say(`Otras ${doubtful} filas dicen solo un nombre que también es de otra persona: no se tocaron.\n`);
}

async function confirmed(): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await prompt.question(
    "Se borrarán para siempre los datos del titular en sus filas, su historia y sus archivos. Escriba ANONIMIZAR: ",
  );
  prompt.close();
  return typed.trim() === "ANONIMIZAR";
}

async function accountOf({ people }: RunningService, email: string): Promise<PersonRecord | undefined> {
  const everybody = await people.list();
  return everybody.find((person) => person.email === email.trim().toLowerCase());
}

interface Asked {
  readonly act: "export" | "anonymise";
  readonly words: string;
  readonly as: string;
  readonly file?: string | undefined;
  readonly reason?: string | undefined;
  readonly isSure: boolean;
}

/** Undefined where the words are none of ours. */
function readWords(words: readonly string[]): Asked | undefined {
  const read = parseKnown(words);
  const [act, subject, file, ...others] = read?.positionals ?? [];
  if (!read || subject === undefined || others.length > 0) return undefined;
  const { as, reason, yes: isSure = false } = read.values;
  if (as === undefined) return undefined;
  if (act === "export" && file !== undefined && reason === undefined)
    return { act, words: subject, as, file, isSure };
  const hasReason = (reason?.trim().length ?? 0) >= 5;
  if (act === "anonymise" && file === undefined && hasReason)
    return { act, words: subject, as, reason: reason?.trim(), isSure };
  return undefined;
}

function parseKnown(args: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    const options = { as: text, reason: text, yes: { type: "boolean" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function say(text: string): void {
  process.stdout.write(text);
}

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = 2;
}
