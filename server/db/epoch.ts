import { randomUUID } from "node:crypto";
import { seqStatement } from "./commit-changes.ts";
import type { Database } from "./database.ts";
import { numberOf, statement, type SqlRow } from "./statement.ts";

/** One uninterrupted history. A restored backup begins another one. */
export interface Epoch {
  readonly name: string;
  /** Versions given out in this epoch are above it, so that none is ever given twice to different rows. */
  readonly versionFloor: number;
}

/** The place in the history up to which something outside the database knows that it had come. */
export interface LastSeen {
  readonly epoch: string;
  readonly seq: number;
}

/** More versions than any row has in one epoch. */
const versionsPerEpoch = 1_000_000;

/** The epoch of the database; a new one where its history ends before what was seen of it, as after a restore. */
export async function currentEpoch(database: Database, lastSeen: LastSeen | undefined): Promise<Epoch> {
  return database.exclusive(async (session) => {
    const [meta = [], seq = []] = await session.read([
      statement("SELECT key, value FROM meta WHERE key IN ('epoch', 'versionFloor')"),
      seqStatement,
    ]);
    const known = epochOf(meta);
    const reached = seq[0] ? numberOf(seq[0], "seq") : 0;
    const isRestored = lastSeen !== undefined && lastSeen.epoch === known.name && lastSeen.seq > reached;
    if (known.name !== undefined && !isRestored)
      return { name: known.name, versionFloor: known.versionFloor };
    const next = {
      name: randomUUID(),
      versionFloor: known.versionFloor + (isRestored ? versionsPerEpoch : 0),
    };
    await session.write([
      statement("INSERT OR REPLACE INTO meta (key, value) VALUES ('epoch', ?)", next.name),
      statement("INSERT OR REPLACE INTO meta (key, value) VALUES ('versionFloor', ?)", next.versionFloor),
    ]);
    return next;
  });
}

function epochOf(meta: readonly SqlRow[]): {
  readonly name: string | undefined;
  readonly versionFloor: number;
} {
  const byKey = new Map(meta.map((row) => [row["key"], row["value"]]));
  const name = byKey.get("epoch");
  return {
    name: typeof name === "string" ? name : undefined,
    versionFloor: Number(byKey.get("versionFloor") ?? 0),
  };
}
