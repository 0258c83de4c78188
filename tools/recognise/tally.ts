/** What the comparison of a workbook with its truth found. */
export interface Tally {
  readonly columns: Counts;
  readonly cells: Counts;
  /** What is wrong, one sentence each with its place. */
  readonly problems: readonly string[];
  /** What is worth looking at and not wrong. */
  readonly notes: readonly string[];
}

export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly asked: number;
}

export type Mark = keyof Counts;

/** Counts marks; whatever is wrong must say so with its place. */
export interface Marks {
  column(mark: Mark, place: string, told?: string): void;
  cell(mark: Mark, place: string, told?: string): void;
  note(told: string): void;
  tally(): Tally;
}

export function createMarks(): Marks {
  const columns = { right: 0, wrong: 0, asked: 0 };
  const cells = { right: 0, wrong: 0, asked: 0 };
  const problems: string[] = [];
  const notes: string[] = [];
  const count = (counts: Record<Mark, number>) => (mark: Mark, place: string, told?: string) => {
    counts[mark] += 1;
    if (mark === "wrong") problems.push(`${place}: ${told ?? "wrong"}`);
    else if (mark === "asked") notes.push(`${place}: asked${told === undefined ? "" : `, ${told}`}`);
  };
  return {
    column: count(columns),
    cell: count(cells),
    note: (told) => notes.push(told),
    tally: () => ({ columns, cells, problems, notes }),
  };
}

export function addTallies(tallies: readonly Tally[]): { readonly columns: Counts; readonly cells: Counts } {
  const sum = (counts: readonly Counts[]): Counts => ({
    right: counts.reduce((total, { right }) => total + right, 0),
    wrong: counts.reduce((total, { wrong }) => total + wrong, 0),
    asked: counts.reduce((total, { asked }) => total + asked, 0),
  });
  return {
    columns: sum(tallies.map(({ columns }) => columns)),
    cells: sum(tallies.map(({ cells }) => cells)),
  };
}
