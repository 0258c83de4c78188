import { copyFileSync, rmSync } from "node:fs";

/** Puts a copy in the place of a database as docs/despliegue.md tells: nothing of the old one or its log stays. */
export function putBack(copy: string, file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
  copyFileSync(copy, file);
}
