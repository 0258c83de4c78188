/** How much speaks for a pair; pairs that nothing speaks for are absent. */
export type Weights = ReadonlyMap<number, ReadonlyMap<string, number>>;

/**
 * Pairs columns of a worksheet with keys so that the sum of the weights is the largest: no column and no key twice.
 * The Hungarian method, keys against columns (Kuhn 1955, in the form with potentials).
 */
export function assign(weights: Weights): ReadonlyMap<number, string> {
  const columns = [...weights.keys()];
  const keys = [...new Set([...weights.values()].flatMap((row) => [...row.keys()]))];
  const cost = (key: number, column: number): number =>
    -(weights.get(columns[column] ?? -1)?.get(keys[key] ?? "") ?? 0);
  const keyOfColumn = solve(keys.length, Math.max(columns.length, keys.length), cost);
  const pairs = new Map<number, string>();
  keyOfColumn.forEach((key, place) => {
    const column = columns[place];
    const name = keys[key];
    if (column !== undefined && name !== undefined && cost(key, place) < 0) pairs.set(column, name);
  });
  return pairs;
}

/** For each column the row (from 0) that it goes to, or -1, at the least cost; there are no more rows than columns. */
function solve(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): readonly number[] {
  const rowPotential = Array.from({ length: rows + 1 }, () => 0);
  const columnPotential = Array.from({ length: columns + 1 }, () => 0);
  const rowOf = Array.from({ length: columns + 1 }, () => 0);
  for (let row = 1; row <= rows; row += 1) augment(row);
  return rowOf.slice(1).map((row) => row - 1);

  function augment(first: number): void {
    const way = Array.from({ length: columns + 1 }, () => 0);
    const least = Array.from({ length: columns + 1 }, () => Infinity);
    const used = new Set<number>();
    rowOf[0] = first;
    let at = 0;
    while ((rowOf[at] ?? 0) !== 0) {
      used.add(at);
      const row = rowOf[at] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let column = 1; column <= columns; column += 1) {
        if (used.has(column)) continue;
        const known = least[column] ?? Infinity;
        const reduced = cost(row - 1, column - 1) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
        if (reduced < known) way[column] = at;
        const nearest = Math.min(reduced, known);
        least[column] = nearest;
        if (nearest < delta) [delta, next] = [nearest, column];
      }
      shift(used, least, delta);
      at = next;
    }
    while (at !== 0) {
      const before = way[at] ?? 0;
      rowOf[at] = rowOf[before] ?? 0;
      at = before;
    }
  }

  function shift(used: ReadonlySet<number>, least: number[], delta: number): void {
    for (let column = 0; column <= columns; column += 1) {
      if (used.has(column)) {
        const row = rowOf[column] ?? 0;
        rowPotential[row] = (rowPotential[row] ?? 0) + delta;
        columnPotential[column] = (columnPotential[column] ?? 0) - delta;
      } else {
        least[column] = (least[column] ?? Infinity) - delta;
      }
    }
  }
}
