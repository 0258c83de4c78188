/** Longest name of a worksheet. */
const longest = 31;

/** A name for a new worksheet: the label without what Excel forbids, cut to 31 characters, numbered where it is taken. */
export function freeWorksheetName(label: string, taken: readonly string[]): string {
  const clean = label
    .replace(/[\\/?*:[\]]/gu, " ")
    .replace(/^'+|'+$/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return free(
    taken,
    (ending) => clean.slice(0, longest - ending.length).trimEnd() + ending,
    (number) => ` (${number})`,
  );
}

/** A name for a table, numbered where it is taken. */
export function freeTableName(name: string, taken: readonly string[]): string {
  return free(
    taken,
    (ending) => name + ending,
    (number) => `_${number}`,
  );
}

function free(
  taken: readonly string[],
  named: (ending: string) => string,
  ending: (number: number) => string,
): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = named("");
  for (let number = 2; used.has(name.toLowerCase()); number += 1) name = named(ending(number));
  return name;
}
