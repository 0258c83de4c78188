import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { dayAt } from "../shared/colombia/day.ts";
import { createDirectory } from "../shared/model/directory.ts";
import type { Sheet } from "../shared/model/sheet.ts";
import { sheets } from "../shared/sheets/registry.ts";
import { exampleAdvisor } from "../shared/sheets/example-people.ts";
import { writeFormat } from "./formats/write-format.ts";

/** `npm run formats`: the official formats as workbooks, for whoever starts from nothing. */
const usage = `Uso:
  npm run formats -- CARPETA [--force]   escribe en la carpeta un libro de Excel por cada formato;
                                         con --force reemplaza los que ya estén
`;

const context = {
  today: dayAt(new Date()),
  people: createDirectory([exampleAdvisor]),
  date1904: false,
};

await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
  const [folder, ...others] = words.filter((word) => word !== "--force");
  if (folder === undefined || folder.startsWith("-") || others.length > 0) return fail(usage, 2);
  const files = sheets.map((sheet) => ({ sheet, file: join(resolve(folder), fileName(sheet)) }));
  const standing = files.filter(({ file }) => existsSync(file));
  if (standing.length > 0 && !words.includes("--force")) {
    const names = standing.map(({ file }) => `  ${file}`).join("\n");
    return fail(`Ya existen estos archivos; use --force para reemplazarlos:\n${names}\n`, 1);
  }
  try {
    mkdirSync(resolve(folder), { recursive: true });
    for (const { sheet, file } of files) await writeFormat(sheet, context).xlsx.writeFile(file);
  } catch (error) {
    if (!isFileRefusal(error)) throw error;
    return fail(`No se puede escribir en ${resolve(folder)} (${error.code}).\n`, 2);
  }
  process.stdout.write(`${files.map(({ file }) => file).join("\n")}\n${files.length} formatos escritos.\n`);
}

/** `GV-FO-03 Control visitas y vinculaciones.xlsx`, without what file systems refuse. */
function fileName({ format, label }: Sheet): string {
  return `${format.code} ${label.replaceAll(/[\\/:*?"<>|]/gu, " ")}.xlsx`;
}

function isFileRefusal(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function fail(sentence: string, code: number): void {
  process.stderr.write(sentence);
  process.exitCode = code;
}
