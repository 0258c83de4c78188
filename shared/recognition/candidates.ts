import type { Span } from "./header.ts";
import type { Known } from "./known.ts";
import { isEmptyCell, type View } from "./view.ts";
import { toWords } from "./words.ts";

/** A row that may end a header, and the runs of columns that it names, parted where nothing stands below either. */
export interface HeaderRow {
  readonly row: number;
  readonly runs: readonly Span[];
}

/** Rows near the top are looked at more patiently: titles and one or two headers stand there. */
const patience = 60;
const mostRows = 60;
const mostAnswers = 20_000;
/** Rows below a header that decide whether a column without a name holds anything. */
const lookBelow = 60;

/** The words that any record's columns are called by. */
export interface Vocabulary {
  /** Whether a text has one of them, or begins as one does. */
  knows(text: string): boolean;
}

export function vocabularyOf(known: readonly Known[]): Vocabulary {
  const words = known.flatMap(({ sheet }) =>
    Object.values(sheet.columns).flatMap(({ label, synonyms = [] }) =>
      [label, ...synonyms].flatMap((name) => toWords(name).map(({ text }) => text.slice(0, 5))),
    ),
  );
  const beginnings = new Set(words);
  const answers = new Map<string, boolean>();
  return {
    knows(text) {
      const before = answers.get(text);
      if (before !== undefined) return before;
      const answer = toWords(text).some((word) => beginnings.has(word.text.slice(0, 5)));
      if (answers.size < mostAnswers) answers.set(text, answer);
      return answer;
    },
  };
}

/** The rows that may end a header: short texts, some of them words that columns are called by. */
export function headerRows(view: View, vocabulary: Vocabulary): readonly HeaderRow[] {
  const rows: HeaderRow[] = [];
  for (let row = 0; row < view.height && rows.length < mostRows; row += 1) {
    if (!looksLikeHeader(view, row, vocabulary)) continue;
    rows.push({ row, runs: runsOf(view, row) });
  }
  return rows;
}

function looksLikeHeader(view: View, row: number, vocabulary: Vocabulary): boolean {
  const texts: string[] = [];
  let others = 0;
  for (const [column, own] of (view.grid.cells[row] ?? []).entries()) {
    const cell = own === "" && row > 0 ? ownOrAbove(view, row, column) : own;
    if (isEmptyCell(cell)) continue;
    if (typeof cell === "string" && cell.length <= 60) texts.push(cell);
    else others += 1;
    if (others > 0 && row >= patience) return false;
  }
  if (others > texts.length) return false;
  const known = texts.filter((text) => vocabulary.knows(text)).length;
  if (row >= patience) return known >= 3 && known >= 0.5 * texts.length;
  return known >= 4 || (known >= 2 && known >= 0.3 * texts.length);
}

/** The text of a cell merged from above into this row. */
function ownOrAbove(view: View, row: number, column: number) {
  const area = view.mergeAt(row, column);
  return area && area.left === column ? view.spread(row, column) : "";
}

/** Runs of named columns; a column without a name goes along where something stands below it. */
function runsOf(view: View, row: number): readonly Span[] {
  const runs: { left: number; right: number }[] = [];
  const width = Math.max(view.grid.cells[row]?.length ?? 0, view.grid.cells[row - 1]?.length ?? 0);
  for (let column = 0; column < width; column += 1) {
    if (view.text(row, column) === "" && !holdsBelow(view, row, column)) continue;
    const last = runs.at(-1);
    if (last && last.right === column - 1) last.right = column;
    else runs.push({ left: column, right: column });
  }
  return runs.filter(({ left, right }) => {
    for (let column = left; column <= right; column += 1) if (view.text(row, column) !== "") return true;
    return false;
  });
}

function holdsBelow(view: View, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + lookBelow && below < view.height; below += 1) {
    if (!isEmptyCell(view.cell(below, column))) return true;
  }
  return false;
}
