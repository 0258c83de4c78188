import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { lock } from "proper-lockfile";
import { z } from "zod";
import { StartFailure } from "./failures.ts";

/** Longer than the longest stall of the event loop (SQLite waits 5 s synchronously), or a live owner looks dead. */
const staleAfter = 20_000;
const ownerSchema = z.object({ pid: z.number().int(), host: z.string() });
const heldHere = new Set<string>();

/** The right to be the one process that uses a database file. */
export interface Ownership {
  release(): Promise<void>;
}

/**
 * Takes the file for this process; `onLost` is called if another process ever takes it away. Throws `StartFailure`
 * where a living process has it.
 */
export async function ownFile(file: string, onLost: (error: Error) => void): Promise<Ownership> {
  if (heldHere.has(file)) throw new StartFailure(inUse(file));
  heldHere.add(file);
  try {
    const release = await take(file, onLost);
    writeFileSync(ownerFile(file), JSON.stringify({ pid: process.pid, host: hostname() }));
    return {
      async release() {
        await release();
        heldHere.delete(file);
      },
    };
  } catch (error) {
    heldHere.delete(file);
    throw error;
  }
}

async function take(file: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const options = { realpath: false, update: 5_000, onCompromised: onLost };
  const refuse = (error: unknown): never => {
    throw isLocked(error) ? new StartFailure(inUse(file)) : error;
  };
  const takeNow = () => lock(file, { ...options, stale: staleAfter });
  return takeNow().catch(async (error: unknown) => {
    if (!ownerIsDead(file)) return refuse(error);
    await expire(file).catch(refuse);
    return takeNow().catch(refuse);
  });
}

/** The owner was killed and could not give the file back: its lock goes as soon as it is two seconds old. */
async function expire(file: string): Promise<void> {
  const retries = { retries: 12, factor: 1, minTimeout: 500, maxTimeout: 500 };
  const release = await lock(file, { realpath: false, stale: 2_000, update: 1_000, retries });
  await release();
}

/** Whether the process that took the lock is known to be gone; a process of another machine is not known to be. */
function ownerIsDead(file: string): boolean {
  const owner = readOwner(file);
  if (!owner || owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function readOwner(file: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(file), "utf8")));
  } catch {
    return undefined;
  }
}

const ownerFile = (file: string) => `${file}.owner`;

const inUse = (file: string) =>
  `La base de datos ${file} ya está en uso por otro proceso del servicio. Deténgalo antes de iniciar este.`;

function isLocked(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ELOCKED";
}
