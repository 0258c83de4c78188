import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { anonymisationSentence } from "./audit/anonymisation-words.ts";
import { readExportWords, type ExportWords } from "./audit/export-words.ts";
import { anchorText, readAnchor, type Anchor, type ToldAnonymisation } from "./audit/finding.ts";
import { findingSentence } from "./audit/finding-words.ts";
import { runExport } from "./audit/run-export.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import { readHead } from "./db/audit-chain.ts";
import type { Connection } from "./db/connection.ts";
import { codeOf, StartFailure } from "./db/failures.ts";
import type { Place } from "./db/open-database.ts";
import { openReader } from "./db/open-reader.ts";
import { readPeople } from "./db/read-people.ts";
import { readEnvironment } from "./environment.ts";

/** `npm run audit`: proves that nothing recorded was altered, for whoever answers for the records (docs/despliegue.md). */
const usage = `Uso:
  npm run audit -- verify [--data CARPETA] [--head MARCA] [--file ARCHIVO]   revisa toda la auditoría y las filas
  npm run audit -- head [--data CARPETA]                                     muestra la marca de la última entrada
  npm run audit -- export ARCHIVO --as CORREO [--from DÍA] [--to DÍA]        con el servicio detenido, entrega la auditoría
CARPETA es la de los datos o el archivo de una copia; sin ella, la del servicio, que puede estar en marcha.
ARCHIVO.xlsx es para leer y no lleva datos personales; ARCHIVO.jsonl los lleva, con todo lo que hace falta para revisar
las huellas. Los DÍAS se escriben 2026-03-31. CORREO es el de la cuenta de quien lo pide: queda en la auditoría.
MARCA es una que se guardó fuera; el ARCHIVO de --file contiene una, como los que deja npm run backup.
Termina con 0 si todo está íntegro, con 1 si algo fue alterado y con 2 si no se pudo revisar.
`;
const exitCodes = { whole: 0, altered: 1, cannotRun: 2 } as const;

await main();

async function main(): Promise<void> {
  try {
    await obey(process.argv.slice(2));
  } catch (error) {
    if (error instanceof StartFailure) return fail(`${error.message}\n`);
    if (codeOf(error) === undefined) throw error;
    fail("No se pudo leer la base de datos: está dañada, o el servicio nunca se inició con auditoría.\n");
  }
}

async function obey(words: readonly string[]): Promise<void> {
  const wanted = readExportWords(words);
  if (wanted) return exportTo(wanted);
  const asked = readWords(words);
  if (!asked) return fail(usage);
  const place = placeOf(asked.data);
  if (!place) return;
  const reader = await openReader(place);
  try {
    if (asked.act === "head") return say(`${anchorText(await readHead(reader))}\n`);
    await verify(reader, asked.anchors);
  } finally {
    await reader.close(false);
  }
}

async function verify(reader: Connection, anchors: readonly Anchor[]): Promise<void> {
  const verdict = await verifyAudit(reader, anchors);
  if (!verdict.ok) {
    process.exitCode = exitCodes.altered;
    return say(`ALTERADA. ${findingSentence(verdict.finding)}\n`);
  }
  const { entries, rows, erased, head, anonymisations } = verdict;
  say(`Íntegra: ${entries} entradas y ${rows} filas coinciden.\n`);
  if (erased > 0) say(`En ${erased} entradas se anonimizaron valores a solicitud de su titular.\n`);
  await tell(reader, anonymisations, anchors.length > 0);
  say(`Marca: ${anchorText({ n: entries, hash: head })}\n`);
  if (anchors.length === 0)
    say("Sin una marca guardada fuera no se puede saber si se cortó el final: repita con --head o --file.\n");
}

/** A mark does not prove what was erased after it: people compare that with what the company asked for. */
async function tell(
  reader: Connection,
  anonymisations: readonly ToldAnonymisation[],
  isMarked: boolean,
): Promise<void> {
  if (anonymisations.length === 0) return;
  const names = new Map((await readPeople(reader)).map(({ id, name }) => [id, name]));
  const which = isMarked ? "Anonimizaciones posteriores a la marca" : "Anonimizaciones";
  say(`${which}; compárelas con las que la empresa pidió:\n`);
  for (const one of anonymisations) say(`  ${anonymisationSentence(one, names)}\n`);
}

async function exportTo(wanted: ExportWords): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) return fail(`${read.mistakes.join("\n")}\n`);
  const entries = await runExport(read.environment.place, wanted, new Date());
  say(`${wanted.file}: ${entries} entradas. La auditoría dice que se entregaron.\n`);
}

interface Asked {
  readonly act: "verify" | "head";
  readonly data: string | undefined;
  readonly anchors: readonly Anchor[];
}

/** Undefined where the words are none of ours. */
function readWords(words: readonly string[]): Asked | undefined {
  const text = { type: "string" } as const;
  const read = parseKnown(words, { data: text, head: text, file: text });
  const [act, ...others] = read?.positionals ?? [];
  if (!read || (act !== "verify" && act !== "head") || others.length > 0) return undefined;
  const { data, head, file } = read.values;
  if (act === "head" && (head !== undefined || file !== undefined)) return undefined;
  const told = [...(head === undefined ? [] : [head]), ...(file === undefined ? [] : [textOfFile(file)])];
  return { act, data, anchors: told.map(anchorOf) };
}

function parseKnown(
  args: readonly string[],
  options: Readonly<Record<"data" | "head" | "file", { readonly type: "string" }>>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function anchorOf(text: string): Anchor {
  const anchor = readAnchor(text);
  if (!anchor)
    throw new StartFailure(
      "Una marca es un número, dos puntos y 64 letras y cifras, como la muestra «head».",
    );
  return anchor;
}

function textOfFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new StartFailure(`No se puede leer ${file}.`, { cause: error });
  }
}

/** Undefined, and said, where the settings cannot be read. */
function placeOf(data: string | undefined): Place | undefined {
  if (data !== undefined) return { folder: data };
  const read = readEnvironment();
  if (read.ok) return read.environment.place;
  fail(`${read.mistakes.join("\n")}\n`);
  return undefined;
}

function say(text: string): void {
  process.stdout.write(text);
}

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = exitCodes.cannotRun;
}
