import { z } from "zod";
import { entryKinds, type ChainEntry, type EntryKind } from "../audit/chain.ts";
import { groupBy } from "../../shared/group-by.ts";
import { erasureOf } from "./audit-anonymisations.ts";
import { enteredLines, entryOfLine } from "./audited-lines.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, type SqlRow } from "./statement.ts";

/** How the commitment of an entry changed when an anonymisation, by the number of its event, erased values. */
export interface Erasure {
  readonly event: number;
  readonly entry: number;
  readonly was: string;
  readonly now: string;
}

/** An entry with what its line says now, and what was erased of it, oldest first. */
export interface ReadEntry extends ChainEntry {
  /** Undefined where the line is not there. */
  readonly content: string | undefined;
  readonly line: SqlRow | undefined;
  readonly erasures: readonly Erasure[];
}

const kind = z.enum(entryKinds);

/** Entries after a place, in order, all from one snapshot. */
export async function readChain(
  session: Pick<Session, "read">,
  after: number,
  upTo: number,
): Promise<readonly ReadEntry[]> {
  const [entries = [], erasures = [], ...linesByKind] = await session.read([
    statement(
      "SELECT n, kind, ref, salt, hash FROM audit_chain WHERE n > ? AND n <= ? ORDER BY n",
      after,
      upTo,
    ),
    statement(
      "SELECT event, entry, was, now FROM audit_erasures WHERE entry > ? AND entry <= ? ORDER BY entry, event",
      after,
      upTo,
    ),
    ...entryKinds.map((one) => enteredLines(one, after, upTo)),
  ]);
  const lines = new Map(
    linesByKind.flatMap((rows, index) =>
      rows.map((row) => [numberOf(row, "n"), { row, of: entryKinds[index] }] as const),
    ),
  );
  const erased = groupBy(erasures.map(erasureOf), ({ entry }) => entry);
  return entries.map((row) => {
    const n = numberOf(row, "n");
    const line = lines.get(n);
    return {
      n,
      kind: kindOf(row),
      ref: numberOf(row, "ref"),
      salt: textOf(row, "salt"),
      hash: textOf(row, "hash"),
      content: line?.of ? entryOfLine(line.of, line.row).content : undefined,
      line: line?.row,
      erasures: erased.get(n) ?? [],
    };
  });
}

/** Not one of ours: whoever verifies says so. */
function kindOf(row: SqlRow): EntryKind {
  const parsed = kind.safeParse(row["kind"]);
  return parsed.success ? parsed.data : "event";
}
