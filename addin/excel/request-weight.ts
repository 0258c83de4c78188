/**
 * Bytes that one request, or its answer, is planned to have at most, by `weightOf`. Excel on the web refuses more than
 * 5 MB of either, and cells may have been filled since they were read.
 */
export const mostWeight = 3_000_000;

/** About how many bytes cells or texts travel as: two for each character, as letters with accents have. */
export const weightOf = (content: unknown): number => JSON.stringify(content).length * 2;

/** Groups things, in their order, so that no group is heavier than may travel at once, or larger than `most`. */
export function inWeights<T>(
  things: Iterable<T>,
  weigh: (thing: T) => number,
  most = Number.POSITIVE_INFINITY,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let weight = 0;
  for (const thing of things) {
    const own = weigh(thing);
    const group = groups.at(-1);
    if (group && group.length < most && weight + own <= mostWeight) {
      group.push(thing);
      weight += own;
    } else {
      groups.push([thing]);
      weight = own;
    }
  }
  return groups;
}
