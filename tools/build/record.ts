import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

const buildRecord = z.object({
  inputs: z.string(),
  mode: z.enum(["production", "development"]),
  milliseconds: z.number(),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
});

/** What a build was made from and what it gave, the largest file first. */
export type BuildRecord = z.infer<typeof buildRecord>;

/** Beside the folder, since the service hands out everything inside it. */
const recordFile = (outDir: string) => `${outDir}.build.json`;

/** The record that the last build left in `outDir`; undefined when there is none, or none that can be read. */
export async function readRecord(outDir: string): Promise<BuildRecord | undefined> {
  const file = recordFile(outDir);
  if (!existsSync(file)) return undefined;
  return buildRecord.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
}

/** Leaves the record of the build that `outDir` holds. */
export async function writeRecord(outDir: string, record: BuildRecord): Promise<void> {
  await writeFile(recordFile(outDir), JSON.stringify(record));
}
