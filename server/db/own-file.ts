import { randomUUID } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { lock } from "proper-lockfile";
import { z } from "zod";
import { StartFailure } from "./failures.ts";

/** How often an owner shows that it lives. */
const refreshEvery = 1_000;
/** Longer than the longest stall of the event loop (SQLite waits 5 s synchronously), or a live owner looks dead. */
const staleAfter = 20_000;
/** The same where the owner's process is not to be found, so that a killed service starts again soon. */
const staleWhenGone = 8_000;

const ownerSchema = z.object({ token: z.string(), pid: z.number().int(), host: z.string() });
const tokensHere = new Set<string>();

/** The right to be the one process that uses a database file. */
export interface Ownership {
  /** Resolves if another process ever takes the file away. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
}

/** Takes the file for this process. Throws `StartFailure` where a living process has it. */
export async function ownFile(file: string): Promise<Ownership> {
  const token = randomUUID();
  let isLost = false;
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => (lose = resolve));
  const release = await take(file, (error) => {
    isLost = true;
    lose(error);
  });
  tokensHere.add(token);
  writeFileSync(ownerFile(file), JSON.stringify({ token, pid: process.pid, host: hostname() }));
  return {
    lost,
    async release() {
      tokensHere.delete(token);
      if (!isLost) await release();
    },
  };
}

async function take(file: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const takeNow = () => lock(file, { ...options, stale: staleAfter, onCompromised: onLost });
  const refuse = (error: unknown): never => {
    throw isLocked(error) ? new StartFailure(inUse(file)) : error;
  };
  return takeNow().catch(async (error: unknown) => {
    if (!isLocked(error) || !ownerSeemsGone(file) || !(await isSilent(file))) return refuse(error);
    await expire(file).catch(refuse);
    return takeNow().catch(refuse);
  });
}

const options = { realpath: false, update: refreshEvery };

/** Whether nobody refreshes the lock for so long that its owner must be dead. */
async function isSilent(file: string): Promise<boolean> {
  const first = refreshedAt(file);
  for (;;) {
    const last = refreshedAt(file);
    if (last === undefined) return true;
    if (last !== first) return false;
    if (Date.now() - last >= staleWhenGone) return true;
    await new Promise((resolve) => setTimeout(resolve, refreshEvery / 4));
  }
}

async function expire(file: string): Promise<void> {
  const release = await lock(file, { ...options, stale: staleWhenGone });
  await release();
}

/**
 * Whether the process that took the lock is not to be found here. That alone proves nothing: in containers that share
 * a folder it may live under a number that means another process here, or this very one.
 */
function ownerSeemsGone(file: string): boolean {
  const owner = readOwner(file);
  if (!owner || owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return !tokensHere.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

function readOwner(file: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(file), "utf8")));
  } catch {
    return undefined;
  }
}

/** When the lock was last refreshed, in milliseconds; undefined where there is none. */
function refreshedAt(file: string): number | undefined {
  return statSync(`${file}.lock`, { throwIfNoEntry: false })?.mtimeMs;
}

const ownerFile = (file: string) => `${file}.owner`;

const inUse = (file: string) =>
  `La base de datos ${file} ya está en uso por otro proceso del servicio. Deténgalo antes de iniciar este.`;

function isLocked(error: unknown): boolean {
  return codeOf(error) === "ELOCKED";
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
