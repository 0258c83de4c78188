import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, StartFailure } from "../db/failures.ts";
import { objectFile } from "./folder-store.ts";
import { attachmentsFolder } from "./object-store.ts";

/** How many objects a backup copied, and how many it had. */
export interface CopiedObjects {
  readonly copied: number;
  readonly kept: number;
}

/**
 * Copies the objects beside a database that a folder of backups lacks; an object never changes, so none is copied
 * twice. Throws `StartFailure` where one cannot be written.
 */
export function backUpObjects(folder: string, into: string): CopiedObjects {
  const [source, target] = [attachmentsFolder(folder), attachmentsFolder(into)];
  const hashes = hashesIn(source);
  try {
    const missing = hashes.filter((hash) => !existsSync(objectFile(target, hash)));
    for (const hash of missing) copyObject(objectFile(source, hash), objectFile(target, hash));
    return { copied: missing.length, kept: hashes.length - missing.length };
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    const sentence = `No se pudieron copiar todos los adjuntos en ${into}. Revise el espacio y los permisos.`;
    throw new StartFailure(sentence, { cause: error });
  }
}

function copyObject(from: string, to: string): void {
  const draft = `${to}.parcial`;
  mkdirSync(dirname(to), { recursive: true });
  rmSync(draft, { force: true });
  copyFileSync(from, draft, constants.COPYFILE_EXCL);
  renameSync(draft, to);
}

/** What else lies there, such as a file half written, is no object. */
function hashesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((part) =>
    readdirSync(join(folder, part)).filter((name) => /^[0-9a-f]{64}$/u.test(name)),
  );
}
