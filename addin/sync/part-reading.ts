import type { LinkShape } from "../excel/link-layout.ts";
import type { Span } from "../excel/spans.ts";

/** The places in the table of rows of the worksheet that were edited, and those of rows that it gained at its end. */
export function placesToRead(shape: LinkShape, known: LinkShape, edited: readonly Span[]): readonly Span[] {
  const first = shape.top + 1;
  const inTable = edited.flatMap((span) => {
    const from = Math.max(span.first - first, 0);
    const to = Math.min(span.first + span.count - first, known.rows);
    return to > from ? [{ first: from, count: to - from }] : [];
  });
  const gained = shape.rows > known.rows ? [{ first: known.rows, count: shape.rows - known.rows }] : [];
  return [...inTable, ...gained];
}

/** Whether a table is where it was, with all its columns, and has lost no row. */
export function isGrown(shape: LinkShape, known: LinkShape): boolean {
  const isInPlace =
    shape.worksheetId === known.worksheetId && shape.top === known.top && shape.left === known.left;
  return isInPlace && shape.width === known.width && shape.rows >= known.rows && isLike(shape, known);
}

const isLike = (shape: LinkShape, known: LinkShape): boolean => columnsOf(shape) === columnsOf(known);
const columnsOf = ({ columns, headers }: LinkShape): string => JSON.stringify([...columns, ...headers]);
