import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Megabytes: room for a service of some dozen schedules and little more, so that it is soon filled up. */
const room = 48;

/**
 * A file system of its own for a service's folder, so that its disk can really be full without touching anybody else's:
 * a tmpfs of a fixed size, which whoever may mount gets. False where this process may not.
 */
export function mountLimitedDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  return run("mount", "-t", "tmpfs", "-o", `size=${room}m`, "tmpfs", folder);
}

export function unmount(folder: string): void {
  run("umount", "--lazy", folder);
}

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;
