import type { LocalRow } from "./interpret-rows.ts";
import type { KnownRows } from "./known-rows.ts";

/**
 * Gives rows back what their reference no longer says, by what the table showed of them before. A row without reference
 * that says exactly what a vanished row said is that row: its reference was undone, deleted, or stayed behind when the
 * other cells were cut. A row with an older reference and the newer values had only its reference undone.
 */
export function recogniseRows(rows: readonly LocalRow[], known: KnownRows): readonly LocalRow[] {
  const vanished = vanishedByDigest(rows, known);
  return rows.map((row) => {
    const id = row.unnamed ? vanished.get(row.digest)?.shift() : row.known.id;
    const shown = id === undefined ? undefined : known.get(id);
    if (id === undefined || shown?.digest !== row.digest) return row;
    if (!row.unnamed && shown.version <= row.known.version) return row;
    return { ...row, known: { id, ...shown }, copyOf: null, dirty: false };
  });
}

function vanishedByDigest(rows: readonly LocalRow[], known: KnownRows): ReadonlyMap<string, string[]> {
  const present = new Set(rows.map((row) => row.known.id));
  const ids = new Map<string, string[]>();
  for (const [id, { digest }] of known) {
    if (present.has(id)) continue;
    const same = ids.get(digest);
    if (same) same.push(id);
    else ids.set(digest, [id]);
  }
  return ids;
}
