import { randomUUID } from "node:crypto";
import { writeRecorded } from "../audit/record-event.ts";
import { seqStatement } from "./commit-changes.ts";
import type { Database } from "./database.ts";
import { numberOf, statement, type SqlRow, type Statement } from "./statement.ts";

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
  /** That of the epoch. */
  readonly versionFloor: number;
}

export interface CurrentEpoch {
  readonly epoch: Epoch;
  /** The newest place in its history. */
  readonly seq: number;
  /** The database turned out to be an older copy, and the epoch begins with it. */
  readonly isRestored: boolean;
}

/** More versions than any row has in one epoch. */
const versionsPerEpoch = 1_000_000;

/** Says in a database that it is a copy of another: whoever opens it as their own begins another history. */
export const copyMark = statement("INSERT OR REPLACE INTO meta (key, value) VALUES ('copy', 1)");

/**
 * The epoch of the database; a new one where its history is not the one that was last seen, as after a restore. With
 * nothing seen, `unseen` says whether a history that the database has is trusted.
 */
export async function currentEpoch(
  database: Database,
  lastSeen: LastSeen | undefined,
  unseen: "trusted" | "restored",
  at = new Date(),
): Promise<CurrentEpoch> {
  return database.exclusive(async (session) => {
    const [meta = [], seqs = []] = await session.read([
      statement("SELECT key, value FROM meta WHERE key IN ('epoch', 'versionFloor', 'copy')"),
      seqStatement,
    ]);
    const known = knownOf(meta);
    const seq = seqs[0] ? numberOf(seqs[0], "seq") : 0;
    const isRestored =
      known.isCopy || (lastSeen ? isBehind(known, seq, lastSeen) : unseen === "restored" && seq > 0);
    const { name, versionFloor } = known;
    if (name !== undefined && !isRestored) return { epoch: { name, versionFloor }, seq, isRestored };
    const highest = Math.max(versionFloor, lastSeen?.versionFloor ?? 0);
    const epoch = { name: randomUUID(), versionFloor: highest + (isRestored ? versionsPerEpoch : 0) };
    await writeRecorded(session, beginning(epoch), {
      kind: "epoch-began",
      by: null,
      about: null,
      at,
      details: { epoch: epoch.name, isRestored },
    });
    return { epoch, seq, isRestored };
  });
}

const beginning = ({ name, versionFloor }: Epoch): readonly Statement[] => [
  statement("INSERT OR REPLACE INTO meta (key, value) VALUES ('epoch', ?)", name),
  statement("INSERT OR REPLACE INTO meta (key, value) VALUES ('versionFloor', ?)", versionFloor),
  statement("DELETE FROM meta WHERE key = 'copy'"),
];

interface Known {
  readonly name: string | undefined;
  readonly versionFloor: number;
  readonly isCopy: boolean;
}

/**
 * Whether the database is older than what was seen. A later epoch than the one seen has a higher floor: then another
 * service on the same remote database noticed the restore first, and its epoch goes on.
 */
function isBehind({ name, versionFloor }: Known, seq: number, lastSeen: LastSeen): boolean {
  return lastSeen.epoch === name ? lastSeen.seq > seq : lastSeen.versionFloor >= versionFloor;
}

function knownOf(meta: readonly SqlRow[]): Known {
  const byKey = new Map(meta.map((row) => [row["key"], row["value"]]));
  const name = byKey.get("epoch");
  return {
    name: typeof name === "string" ? name : undefined,
    versionFloor: Number(byKey.get("versionFloor") ?? 0),
    isCopy: byKey.has("copy"),
  };
}
