/** What a table showed last of a row: the service's version, and the digest of the row's values at it. */
export interface KnownRow {
  readonly version: number;
  readonly digest: string;
}

/**
 * The rows that a table ever showed, by id, so that a row that is no longer there can be named, one that lost its
 * reference is recognised, and one that an undo brought back to an old version is noticed. It travels with the workbook
 * as text.
 */
export type KnownRows = ReadonlyMap<string, KnownRow>;

const entry = /^([0-9a-f]{32})([\w-]{12})([0-9a-z]{1,7})$/;

export function encodeKnownRows(known: KnownRows): string {
  return [...known].map(([id, { version, digest }]) => id + digest + version.toString(36)).join(" ");
}

/** Reads what `encodeKnownRows` wrote; damaged entries are left out, as the service knows the rows anyway. */
export function decodeKnownRows(text: string): KnownRows {
  const known = new Map<string, KnownRow>();
  for (const word of text.split(" ")) {
    const [, id, digest, version] = entry.exec(word) ?? [];
    if (id !== undefined && digest !== undefined && version !== undefined)
      known.set(id, { version: Number.parseInt(version, 36), digest });
  }
  return known;
}
