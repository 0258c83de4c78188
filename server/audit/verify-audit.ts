import { readHead } from "../db/audit-chain.ts";
import { findStrayAccount } from "../db/audit-accounts.ts";
import type { Session } from "../db/database.ts";
import { readChain, type ReadEntry } from "../db/read-chain.ts";
import { findStrayLine } from "../db/stray-lines.ts";
import { verifyRows } from "../db/verify-rows.ts";
import { checkEntry } from "./check-entry.ts";
import { checkSeals } from "./check-seals.ts";
import type { EntryKind } from "./chain.ts";
import type { Anchor, Finding, Verdict } from "./finding.ts";

type Reading = Pick<Session, "read">;

const entriesAtOnce = 2_000;

/**
 * Checks that nothing of what is audited was changed, removed, inserted or put elsewhere since it was entered, that every
 * row says what its versions say, that accounts are what the events tell, and that the chain still holds each anchor kept outside. Without an anchor nobody can
 * tell that the end was cut off, and what an anonymisation after an anchor left of older entries is only told, for people
 * to compare with what was asked for. What is written meanwhile is left for the next time.
 */
export async function verifyAudit(session: Reading, anchors: readonly Anchor[] = []): Promise<Verdict> {
  const head = await readHead(session);
  const beyond = anchors.find(({ n }) => n > head.n || n < 1);
  if (beyond) return broken({ code: "head-unknown", n: beyond.n });
  const chain = await verifyChain(session, head.n, anchors);
  if ("finding" in chain) return broken(chain.finding);
  const seals = await checkSeals(session);
  if ("finding" in seals) return broken(seals.finding);
  const finding = (await findStrayLine(session)) ?? (await findStrayAccount(session));
  if (finding) return broken(finding);
  const rows = await verifyRows(session);
  if ("finding" in rows) return broken(rows.finding);
  const oldest = anchors.length === 0 ? 0 : Math.min(...anchors.map(({ n }) => n));
  return {
    ok: true,
    entries: head.n,
    head: head.hash,
    rows: rows.count,
    erased: chain.erased,
    anonymisations: seals.anonymisations.filter(({ n }) => n > oldest),
  };
}

const broken = (finding: Finding): Verdict => ({ ok: false, finding });

async function verifyChain(
  session: Reading,
  last: number,
  anchors: readonly Anchor[],
): Promise<{ readonly finding: Finding } | { readonly erased: number }> {
  const hashes = new Map(anchors.map(({ n, hash }) => [n, hash]));
  const latest = new Map<EntryKind, number>();
  let [previous, erased] = ["", 0];
  for (let after = 0; after < last; after += entriesAtOnce) {
    const upTo = Math.min(after + entriesAtOnce, last);
    const entries = await readChain(session, after, upTo);
    for (const [index, entry] of entries.entries()) {
      const finding =
        checkPlace(entry, after + index + 1, latest) ??
        checkEntry(entry, previous) ??
        checkAnchor(entry, hashes);
      if (finding) return { finding };
      latest.set(entry.kind, entry.ref);
      previous = entry.hash;
      if (entry.erasures.length > 0) erased += 1;
    }
    if (entries.length < upTo - after)
      return { finding: { code: "missing-entry", n: after + entries.length + 1 } };
  }
  return last === 0 ? { finding: { code: "no-beginning" } } : { erased };
}

/** Places follow one another, and so do the lines of each kind. */
function checkPlace(
  { n, kind, ref, line }: ReadEntry,
  expected: number,
  latest: ReadonlyMap<EntryKind, number>,
): Finding | undefined {
  if (n !== expected) return { code: "missing-entry", n: expected };
  if (n === 1 && line?.["kind"] !== "audit-began") return { code: "no-beginning" };
  return ref > (latest.get(kind) ?? 0) ? undefined : { code: "repeated-line", n, kind, ref };
}

function checkAnchor({ n, hash }: ReadEntry, anchors: ReadonlyMap<number, string>): Finding | undefined {
  return (anchors.get(n) ?? hash) === hash ? undefined : { code: "head-unknown", n };
}
