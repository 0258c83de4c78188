import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { z } from "zod";
import type { LastSeen } from "./epoch.ts";
import { StartFailure } from "./failures.ts";

const lastSeenSchema = z.object({
  epoch: z.string(),
  seq: z.number().int().min(0),
  versionFloor: z.number().int().min(0),
});

/** How long a new place in the history waits to be noted; writing the note costs as much as a commit. */
const noteAfter = 1_000;

export interface LastSeenNote {
  read(): LastSeen | undefined;
  /** Notes at once which history the database has now, and how far it has come. */
  begin(lastSeen: LastSeen): void;
  /** Notes soon that the history has come this far; a place that it has passed already changes nothing. */
  reached(seq: number): void;
  /** Notes at once what is still to be noted. */
  flush(): void;
}

/**
 * A note outside the database of how far its history had come. It is never ahead of the database itself, unless
 * somebody put an older copy of the database back (docs/decisions/022-a-restored-database-begins-another-history.md).
 */
export function createLastSeenNote(folder: string, log: Logger): LastSeenNote {
  const file = join(folder, "ventas.seen.json");
  let latest: LastSeen | undefined;
  let isWritten = true;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isWritten || !latest) return;
    try {
      mkdirSync(folder, { recursive: true });
      replace(file, JSON.stringify(latest));
      isWritten = true;
    } catch (error) {
      // With an old note a restore may go unnoticed, which is no reason to refuse rows.
      log.warn({ err: error }, "the note of the history's length was not written");
    }
  }

  return {
    read: () => readNote(file, log),
    begin(lastSeen) {
      latest = lastSeen;
      isWritten = false;
      flush();
    },
    reached(seq) {
      if (!latest || seq <= latest.seq) return;
      latest = { ...latest, seq };
      isWritten = false;
      timer ??= setTimeout(flush, noteAfter).unref();
    },
    flush,
  };
}

/** The note; undefined where there is none, and where there is one that nobody understands. */
function readNote(file: string, log: Logger): LastSeen | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  const parsed = lastSeenSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  log.warn("the note of the history's length is damaged and counts as missing");
  return undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new StartFailure(`No se puede leer ${file}. Revise sus permisos.`, { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whoever reads the file finds the old text or the new one, also after the power failed. */
function replace(file: string, text: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, text, { flush: true });
  renameSync(draft, file);
}
