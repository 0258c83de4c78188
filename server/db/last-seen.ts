import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { z } from "zod";
import type { LastSeen } from "./epoch.ts";

const lastSeenSchema = z.object({ epoch: z.string(), seq: z.number().int().min(0) });

/**
 * A note beside the database of how far its history had come. It is never ahead of the database itself, unless
 * somebody put an older copy of the database back.
 */
export function createLastSeenNote(folder: string): {
  read(): LastSeen | undefined;
  /** Never fails: without a note a restore goes unnoticed, which is no reason to refuse rows. */
  write(lastSeen: LastSeen, log: Logger): void;
} {
  const file = join(folder, "ventas.seen.json");
  let written = -1;
  return {
    read() {
      try {
        return lastSeenSchema.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        // Without a note, or with one cut short by a crash, nothing is known of a restore.
        return undefined;
      }
    },
    write(lastSeen, log) {
      if (lastSeen.seq === written) return;
      try {
        writeFileSync(file, JSON.stringify(lastSeen));
        written = lastSeen.seq;
      } catch (error) {
        log.warn({ err: error }, "the note of the history's length was not written");
      }
    },
  };
}
