import type { ReadEntry } from "../db/read-chain.ts";
import { commitmentOf, entryHash } from "./chain.ts";
import type { Finding } from "./finding.ts";

/**
 * Whether an entry still says what it said when it was chained to the one before. Of an entry that was anonymised the
 * chain holds the commitment to what it said first, and the last erasure that to what it says since. Events tell nothing
 * of whoever asks to be forgotten, so nothing is ever erased of one.
 */
export function checkEntry(entry: ReadEntry, previous: string): Finding | undefined {
  const { n, kind, ref, salt, content, erasures } = entry;
  const original = originalCommitment(entry);
  if (content === undefined || original === undefined) return { code: "missing-line", n, kind, ref };
  const present = commitmentOf(salt, content);
  if (entryHash(previous, { n, kind, ref, commitment: original }) !== entry.hash)
    return { code: "altered-entry", n, kind, ref };
  if (kind === "event" && erasures.length > 0) return { code: "erased-event", n, ref };
  const said = [original, ...erasures.map(({ now }) => now)];
  const follows = erasures.every(({ was }, index) => was === said[index]);
  return follows && said.at(-1) === present ? undefined : { code: "altered-erased-entry", n, kind, ref };
}

/** The commitment that an entry was chained with; undefined where what it tells of is not there. */
export function originalCommitment({ salt, content, erasures }: ReadEntry): string | undefined {
  return content === undefined ? undefined : (erasures[0]?.was ?? commitmentOf(salt, content));
}
