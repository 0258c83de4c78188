import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for a database, removed once the file of tests that asked for it is done. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  folders.add(folder);
  return folder;
}

/** A folder for what files of tests share, removed when their process ends. */
export function lastingFolder(): string {
  const folder = makeFolder();
  if (lasting.length === 0) removeAtTheEnd();
  lasting.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

const folders = new Set<string>();
const lasting: string[] = [];

/** Databases in memory, where there is such a folder: these tests are not about the disk, and it is slow. */
function makeFolder(): string {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "ventas-"));
}

function removeAtTheEnd(): void {
  const remove = () => {
    removeTemporaryFolders();
    for (const folder of lasting) rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  // The runner ends its workers by this signal, after which nothing else is called.
  process.once("SIGTERM", () => {
    remove();
    process.kill(process.pid, "SIGTERM");
  });
}
