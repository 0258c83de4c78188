/**
 * The rows that a table ever showed, with the version it showed last, so that a row that is no longer there can be named
 * and a row that an undo brought back to an old version is noticed. It travels with the workbook as text.
 */
export type KnownRows = ReadonlyMap<string, number>;

const entry = /^([0-9a-f]{32})([0-9a-z]{1,7})$/;

export function encodeKnownRows(known: KnownRows): string {
  return [...known].map(([id, version]) => id + version.toString(36)).join(" ");
}

/** Reads what `encodeKnownRows` wrote; damaged entries are left out, as the service knows the rows anyway. */
export function decodeKnownRows(text: string): KnownRows {
  const known = new Map<string, number>();
  for (const word of text.split(" ")) {
    const [, id, version] = entry.exec(word) ?? [];
    if (id !== undefined && version !== undefined) known.set(id, Number.parseInt(version, 36));
  }
  return known;
}
