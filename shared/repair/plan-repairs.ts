import { atColumn, type CellContext, type Context, type Reading } from "../model/kind.ts";
import type { Column } from "../model/column.ts";
import type { IssueCode } from "../model/issue.ts";
import { withEvidentHabits } from "../model/evident-habits.ts";
import { readCell, type CellRow } from "../model/read-row.ts";
import { columnOf, typedColumns, type Sheet } from "../model/sheet.ts";
import type { Cell, MutableRow, Row } from "../model/value.ts";

/** What a cell may be replaced with, and what the person sees of it. */
export interface RepairSuggestion {
  readonly label: string;
  readonly cell: Cell;
}

/** Cells of one column that hold the same and would be written the same way. */
export interface RepairGroup {
  readonly typed: Cell;
  /** What to write in the cell; the same as `typed` where nothing could be read. */
  readonly becomes: Cell;
  /** What the cell will mean to people, empty where nothing could be read. */
  readonly shown: string;
  /** Rows of the worksheet, from 0, in order. */
  readonly rows: readonly number[];
  /** What makes it doubtful; null for what is certain. */
  readonly why: IssueCode | null;
  /** «¿Quiso decir…?»: at most three. */
  readonly suggestions: readonly RepairSuggestion[];
}

/** The repairs of a column: those that nobody need be asked about, and those to be decided one by one. */
export interface ColumnRepairs {
  /** Key of the record's column. */
  readonly column: string;
  readonly certain: readonly RepairGroup[];
  readonly uncertain: readonly RepairGroup[];
}

/** A row of a worksheet with the cells of the record's columns that the sheet has. */
export interface RowOfCells {
  /** Row of the worksheet, from 0. */
  readonly row: number;
  readonly cells: CellRow;
}

/**
 * What to write so that the cells hold what they mean, grouped by what was typed, the most frequent first. Certain is what
 * was read without a remark; a remark, or a cell that was not read but resembles something, is to be decided by a person.
 * Planning again once the certain ones are written gives no certain one. Columns without repairs are left out. Cells with
 * formulas are not to be among `rows`: a repair would replace the formula.
 */
export function planRepairs(
  sheet: Sheet,
  rows: readonly RowOfCells[],
  context: Context,
): readonly ColumnRepairs[] {
  const told = withEvidentHabits(
    sheet,
    rows.map(({ cells }) => cells),
    context,
  );
  return typedColumns(sheet).flatMap(([key, column]) => {
    const groups = groupCells(sheet, key, column, rows, told);
    const certain = groups.filter(({ why }) => why === null);
    const uncertain = groups.filter(({ why }) => why !== null);
    return groups.length === 0 ? [] : [{ column: key, certain, uncertain }];
  });
}

/** Cells that hold the same and mean the same. */
interface Alike {
  readonly typed: Cell;
  readonly beside: Row;
  readonly reading: Reading;
  readonly rows: number[];
}

/** More doubtful texts than anybody decides one by one; the least frequent are left as the issues that they are. */
const mostDoubtful = 200;

function groupCells(
  sheet: Sheet,
  key: string,
  column: Column,
  rows: readonly RowOfCells[],
  context: Context,
): readonly RepairGroup[] {
  const within = atColumn(context, key);
  const alike = [...alikeCells(sheet, key, column, rows, within)].toSorted(
    (one, other) => other.rows.length - one.rows.length,
  );
  const certain = alike.filter(({ reading }) => whyDoubtful(reading) === null);
  const doubtful = alike.filter(({ reading }) => whyDoubtful(reading) !== null).slice(0, mostDoubtful);
  return [...certain, ...doubtful].flatMap((cells) => repairOf(column, cells, within) ?? []);
}

/** The cells of a column put together by what they hold; those that are right as they are need no room. */
function alikeCells(
  sheet: Sheet,
  key: string,
  column: Column,
  rows: readonly RowOfCells[],
  context: CellContext,
): Iterable<Alike> {
  const found = new Map<string, Alike>();
  for (const { row, cells } of rows) {
    const typed = cells[key];
    if (typed === undefined || typed === "") continue;
    const beside = valuesBeside(sheet, column, cells, context);
    const id = `${typeof typed} ${Object.values(beside).join(" ")} ${typed}`;
    const known = found.get(id);
    if (known) known.rows.push(row);
    else found.set(id, { typed, beside, reading: readCell(column, typed, context, beside), rows: [row] });
  }
  return found.values();
}

/** The values that the column's kind looks at when it reads. */
function valuesBeside(sheet: Sheet, { kind }: Column, cells: CellRow, context: Context): Row {
  const values: MutableRow = {};
  for (const key of kind.readsWith ?? []) {
    const reading = readCell(columnOf(sheet, key), cells[key] ?? "", atColumn(context, key), values);
    if (reading.ok) values[key] = reading.value;
  }
  return values;
}

function repairOf(column: Column, alike: Alike, context: CellContext): RepairGroup | undefined {
  const { typed, reading, rows } = alike;
  const why = whyDoubtful(reading);
  const suggestions = why === null ? [] : suggestionsFor(column, alike, context);
  if (!reading.ok || reading.value === null)
    return suggestions.length === 0
      ? undefined
      : { typed, becomes: typed, shown: "", rows, why, suggestions };
  const becomes = column.kind.write(reading.value, context);
  const shown = column.kind.display(reading.value, context);
  const others = suggestions.filter(({ cell }) => cell !== becomes);
  const isSame = becomes === typed || (why === null && looksSame(typed, becomes));
  if (isSame && others.length === 0) return undefined;
  return { typed, becomes, shown, rows, why, suggestions: others };
}

/** A number that is to be a text of the same digits looks the same already, and means the same. */
const looksSame = (typed: Cell, becomes: Cell): boolean =>
  typeof typed === "number" && String(typed) === becomes;

function whyDoubtful(reading: Reading): IssueCode | null {
  if (!reading.ok) return reading.finding.code;
  return reading.warning?.code ?? null;
}

/** Suggestions are in the words of the pane, whatever the habit of the column. */
function suggestionsFor(
  column: Column,
  { typed, beside }: Alike,
  context: CellContext,
): readonly RepairSuggestion[] {
  const { habit: _, ...usual } = context;
  return (column.kind.suggest?.(typed, context) ?? []).flatMap((label) => {
    const reading = readCell(column, label, usual, beside);
    if (!reading.ok || reading.value === null) return [];
    const cell = column.kind.write(reading.value, context);
    return cell === typed ? [] : [{ label, cell }];
  });
}
