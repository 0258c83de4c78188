import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { z } from "zod";
import type { LastSeen } from "./epoch.ts";

const lastSeenSchema = z.object({ epoch: z.string(), seq: z.number().int().min(0) });

/** How long a new place in the history waits to be noted; writing the note costs as much as a commit. */
const noteAfter = 1_000;

export interface LastSeenNote {
  read(): LastSeen | undefined;
  /** Notes it soon. */
  reached(lastSeen: LastSeen): void;
  /** Notes at once what is still to be noted. */
  flush(): void;
}

/**
 * A note beside the database of how far its history had come. It is never ahead of the database itself, unless
 * somebody put an older copy of the database back.
 */
export function createLastSeenNote(folder: string, log: Logger): LastSeenNote {
  const file = join(folder, "ventas.seen.json");
  let written = -1;
  let latest: LastSeen | undefined;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!latest || latest.seq === written) return;
    try {
      writeFileSync(file, JSON.stringify(latest));
      written = latest.seq;
    } catch (error) {
      // Without the note a restore goes unnoticed, which is no reason to refuse rows.
      log.warn({ err: error }, "the note of the history's length was not written");
    }
  }

  return {
    read() {
      try {
        return lastSeenSchema.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        // Without a note, or with one cut short by a crash, nothing is known of a restore.
        return undefined;
      }
    },
    reached(lastSeen) {
      latest = lastSeen;
      timer ??= setTimeout(flush, noteAfter).unref();
    },
    flush,
  };
}
