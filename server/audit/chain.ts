import { hash, randomBytes } from "node:crypto";

/** What an entry of the audit tells: a version of a row, a file attached to one, or an event. */
export const entryKinds = ["revision", "attachment", "event"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The last entry: every further one follows from its hash. */
export interface ChainHead {
  /** The place of the entry; 0 where there is none yet. */
  readonly n: number;
  readonly hash: string;
}

/** What is to be entered: `content` is all that the line of `kind` with the number `ref` says. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly ref: number;
  readonly content: string;
}

/** A line of the chain. The salt keeps the values from being guessed by their hash once they are erased. */
export interface ChainEntry extends Omit<NewEntry, "content"> {
  readonly n: number;
  readonly salt: string;
  readonly hash: string;
}

export const noHead: ChainHead = { n: 0, hash: "" };

/** Chains entries to the head, each to the one before. */
export function chainEntries(head: ChainHead, entries: readonly NewEntry[]): readonly ChainEntry[] {
  const salts = newSalts(entries.length);
  let { n, hash: previous } = head;
  return entries.map(({ kind, ref, content }, index) => {
    n += 1;
    const salt = salts[index] ?? "";
    previous = entryHash(previous, { n, kind, ref, commitment: commitmentOf(salt, content) });
    return { n, kind, ref, salt, hash: previous };
  });
}

/** Says what a content is without telling it: SHA-256 of a random salt and the content. */
export function commitmentOf(salt: string, content: string): string {
  return hash("sha256", `${salt}${content}`);
}

/** The hash of an entry in view of the one before: SHA-256 of both, the place and what it tells. */
export function entryHash(
  previous: string,
  entry: {
    readonly n: number;
    readonly kind: EntryKind;
    readonly ref: number;
    readonly commitment: string;
  },
): string {
  return hash("sha256", `${previous}|${entry.n}|${entry.kind}|${entry.ref}|${entry.commitment}`);
}

const saltBytes = 16;

export function newSalts(count: number): readonly string[] {
  const bytes = randomBytes(count * saltBytes).toString("hex");
  return Array.from({ length: count }, (_, index) =>
    bytes.slice(index * saltBytes * 2, (index + 1) * saltBytes * 2),
  );
}
