import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { manifestProblems } from "./manifest/check.ts";
import { manifestFor } from "./manifest/publish.ts";

/**
 * `npm run manifest` checks manifest.xml; `npm run manifest -- https://ventas.example.co` also writes dist/manifest.xml
 * for that address, ready for the Microsoft 365 admin center.
 */
const ROOT = resolve(import.meta.dirname, "..");
const OUTPUT = resolve(ROOT, "dist/manifest.xml");

const address = process.argv[2];
const development = await readFile(resolve(ROOT, "manifest.xml"), "utf8");
if (isFaultless(development, "manifest.xml") && address !== undefined) await publish(address);

async function publish(publicAddress: string): Promise<void> {
  const published = manifestFor(publicAddress, development);
  if ("problem" in published) return fail(published.problem);
  if (!isFaultless(published.text, publicAddress)) return;
  await mkdir(resolve(ROOT, "dist"), { recursive: true });
  await writeFile(OUTPUT, published.text);
  console.info(`Quedó escrito ${relative(process.cwd(), OUTPUT)}. docs/despliegue.md dice cómo subirlo.`);
}

function isFaultless(text: string, name: string): boolean {
  const problems = manifestProblems(text, resolve(ROOT, "addin/assets"));
  for (const problem of problems) fail(`${name}, línea ${problem.line}: ${problem.text}`);
  if (problems.length === 0) console.info(`${name}: no hay nada que corregir.`);
  return problems.length === 0;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
