import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Megabytes: room for a service of some dozen schedules and little more, so that it is soon filled up. */
const room = 48;

const mounted = new Set<string>();

/**
 * A file system of its own for a service's folder, so that its disk can really be full without touching anybody else's:
 * a tmpfs of a fixed size, which whoever may mount gets. False where this process may not.
 */
export function mountLimitedDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  if (!run("mount", "-t", "tmpfs", "-o", `size=${room}m`, "tmpfs", folder)) return false;
  if (mounted.size === 0) unmountAtTheEnd();
  mounted.add(folder);
  return true;
}

export function unmount(folder: string): void {
  run("umount", "--lazy", folder);
  mounted.delete(folder);
}

const unmountAll = () => mounted.forEach(unmount);

const endOnInterrupt = () => endBy("SIGINT");
const endOnTermination = () => endBy("SIGTERM");

/** Also where the run is ended from outside: a mounted disk outlives its process. */
function unmountAtTheEnd(): void {
  process.off("exit", unmountAll).once("exit", unmountAll);
  process.off("SIGINT", endOnInterrupt).once("SIGINT", endOnInterrupt);
  process.off("SIGTERM", endOnTermination).once("SIGTERM", endOnTermination);
}

function endBy(signal: NodeJS.Signals): void {
  unmountAll();
  process.kill(process.pid, signal);
}

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;
