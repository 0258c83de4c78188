import type { Span } from "../../excel/spans.ts";
import { rowNumberAt } from "../../excel/link-layout.ts";
import type { Memory } from "./memory.ts";

/** Whose hand it was that changed what is not sent yet, as far as this pane saw it: co-authors send their own. */
export interface Authorship {
  /** When something was last changed at this Excel, in milliseconds. */
  touchedAt: number;
  /** Worksheets in which somebody else was at work. */
  readonly shared: Set<string>;
  /** Rows that were changed here, by id. */
  readonly mine: Set<string>;
}

export const noAuthorship = (): Authorship => ({ touchedAt: 0, shared: new Set(), mine: new Set() });

/** Notes that the rows of a worksheet, from 0, that stand there by now were changed here. */
export function noteMine({ links, authorship }: Memory, worksheetId: string, edited: readonly Span[]): void {
  for (const { shape, rows } of links.values()) {
    if (shape?.worksheetId !== worksheetId) continue;
    for (const { known, position } of rows) {
      const row = rowNumberAt(shape, position) - 1;
      if (edited.some(({ first, count }) => row >= first && row < first + count))
        authorship.mine.add(known.id);
    }
  }
}

/**
 * The rows that this pane may send without being asked: where nobody else is at work in a sheet all of its rows, else
 * those that were changed here. Undefined where that is every row.
 */
export function ownRows({ links, authorship }: Memory): ReadonlySet<string> | undefined {
  const { shared, mine } = authorship;
  const states = [...links.values()];
  if (!states.some(({ shape }) => shape && shared.has(shape.worksheetId))) return undefined;
  return new Set(
    states.flatMap(({ shape, rows }) => {
      const isShared = shape !== null && shared.has(shape.worksheetId);
      return rows.map(({ known }) => known.id).filter((id) => !isShared || mine.has(id));
    }),
  );
}
