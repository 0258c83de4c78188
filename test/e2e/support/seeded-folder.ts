import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { dayAt } from "../../../shared/colombia/day.ts";
import { hashOfFiles } from "../../../tools/build/inputs.ts";
import { oneAtATime } from "../../../tools/build/one-at-a-time.ts";
import { startWorkbench } from "../../workbench/start-workbench.ts";

const root = resolve(import.meta.dirname, "../../..");
const templates = join(root, ".data/e2e");
/** Everything that can change what the demonstration company's first start writes. */
const inputs = ["server", "shared", "package-lock.json"];
const oneDay = 24 * 60 * 60 * 1_000;

/**
 * A new data folder with today's demonstration company in it. Making the company takes longer than many a test, so it is
 * made once for the sources and the day, and copied.
 */
export async function seededFolder(): Promise<string> {
  const template = join(templates, await hashOfFiles(root, inputs, dayAt(new Date())));
  await oneAtATime(template, async () => {
    if (!existsSync(template)) await seed(template);
  });
  const folder = await mkdtemp(join(tmpdir(), "workbench-"));
  await cp(template, folder, { recursive: true });
  return folder;
}

async function seed(template: string): Promise<void> {
  await removeOld();
  const fresh = await mkdtemp(join(templates, "fresh-"));
  const running = await startWorkbench({ port: 0, dataFolder: fresh });
  await running.stop();
  await rename(fresh, template);
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(templates)) {
    const folder = join(templates, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > oneDay) await rm(folder, { recursive: true, force: true });
  }
}
