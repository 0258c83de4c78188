import type { Row } from "../../../shared/model/value.ts";
import type { History, Revision } from "../world/history.ts";

/** A row as it stood at a place in a history. */
export interface RowState {
  readonly sheet: string;
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly voided: boolean;
  readonly values: Row;
}

/**
 * What the harness knows for certain of the service's history, read from its file as it grows. Each restore of a copy
 * begins another history, with the copy as its first part; the former ones stay known.
 */
export class Ledger {
  readonly #histories: Revision[][] = [[]];
  /** Ids of rows that somebody voided in so many words. */
  readonly voidedByWill = new Set<string>();
  /** Values that nobody can be asked for any more, and why that is right. */
  readonly forgiven = new Map<string, string>();
  /** Place in the service's history at which the schedule began, and the rows that were there by then. */
  begunAt = 0;
  readonly before = new Map<string, RowState>();
  /** How those rows came about: what was written before the schedule. */
  earlier: readonly Revision[] = [];

  /** The number of the history that goes on now: how often the service was restored. */
  get current(): number {
    return this.#histories.length - 1;
  }

  history(number = this.current): readonly Revision[] {
    return this.#histories[number] ?? [];
  }

  /** All that was ever written of a row, in one of the histories. */
  ofRow(row: string, number = this.current): readonly Revision[] {
    return [...this.earlier, ...this.history(number)].filter((revision) => revision.row === row);
  }

  get seq(): number {
    return this.history().at(-1)?.seq ?? this.begunAt;
  }

  /** Takes in what was written since the last look. */
  async read(history: History): Promise<void> {
    const news = await history.revisions(this.seq);
    this.#histories[this.current]?.push(...news);
  }

  /** Takes in that the service goes on from a copy that ends at this place. */
  restore(seq: number): void {
    this.#histories.push(this.history().filter((revision) => revision.seq <= seq));
  }

  /** The rows that this schedule touched, as they stood at a place in a history. */
  statesAt(seq: number, number = this.current): ReadonlyMap<string, RowState> {
    const states = new Map<string, RowState>();
    for (const revision of this.history(number)) {
      if (revision.seq > seq) break;
      states.set(revision.row, next(states.get(revision.row) ?? this.before.get(revision.row), revision));
    }
    return states;
  }

  /** Every state that any row ever had, in any history. */
  *everyState(): Generator<RowState> {
    for (const number of this.#histories.keys()) {
      const states = new Map<string, RowState>();
      for (const revision of this.history(number)) {
        const state = next(states.get(revision.row) ?? this.before.get(revision.row), revision);
        states.set(revision.row, state);
        yield state;
      }
    }
  }

  /** All that a history says, as one text: the one that goes on unless another is named. */
  text(number = this.current): string {
    return JSON.stringify(this.history(number).map(({ before, after }) => [before, after]));
  }

  forgive(tokens: Iterable<string>, why: string): void {
    for (const token of tokens) this.forgiven.set(token, why);
  }
}

const voidedKey = "_voided";

function next(before: RowState | undefined, { sheet, row, version, seq, after }: Revision): RowState {
  const { [voidedKey]: voided, ...values } = after;
  return {
    sheet,
    id: row,
    version,
    seq,
    voided: voided === undefined ? (before?.voided ?? false) : Number(voided) === 1,
    values: { ...before?.values, ...values },
  };
}
