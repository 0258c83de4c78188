import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "../db/failures.ts";
import { ObjectsUnavailable, type ObjectStore } from "./object-store.ts";

/** Keeps objects as files in a folder, in as many folders as a hash has beginnings of two letters. */
export function createFolderStore(folder: string): ObjectStore {
  const fileOf = (hash: string) => objectFile(folder, hash);
  return {
    put: (hash, content) => guarded(() => write(fileOf(hash), content)),
    get: (hash) => guarded(() => read(fileOf(hash))),
    remove: (hash) => guarded(() => rm(fileOf(hash), { force: true })),
  };
}

/** The file of an object. Throws on what is no hash, so that no name ever leads elsewhere. */
export function objectFile(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw new Error(`"${hash}" names no object`);
  return join(folder, hash.slice(0, 2), hash);
}

/** Only a finished file has its name: written aside, on the disk, then renamed, and the name on the disk too. */
async function write(file: string, content: Uint8Array): Promise<void> {
  if (await isThere(file, content.length)) return;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.parcial`;
  try {
    await writeThrough(draft, content);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await settleFolder(dirname(file));
  await settleFolder(dirname(dirname(file)));
}

async function writeThrough(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows has no such thing for folders: it keeps names by itself. */
async function settleFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isThere(file: string, size: number): Promise<boolean> {
  const found = await stat(file).catch(absent);
  return found?.size === size;
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await readFile(file).catch(absent);
  return found && Uint8Array.from(found);
}

function absent(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}

/** Errors of the disk have codes; mistakes of ours have none and are thrown as they are. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new ObjectsUnavailable("the folder of attachments failed", { cause: error });
  }
}
