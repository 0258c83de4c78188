import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { lock } from "proper-lockfile";

/** Longer than anybody's work; whoever comes second waits, and finds it done. */
const retries = { retries: 1_500, minTimeout: 200, maxTimeout: 200 };
/** A bundler may keep the event loop to itself for seconds, in which nobody may take it for dead. */
const stale = 60_000;

/** Runs work on a file or folder while no other process of this project does the same. */
export async function oneAtATime<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const release = await lock(path, { realpath: false, retries, stale });
  try {
    return await work();
  } finally {
    await release();
  }
}
