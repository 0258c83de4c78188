import { isError } from "../../shared/model/issue.ts";
import type { ColumnHabits } from "../../shared/model/habit.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import type { ListProposal, Proposal } from "../../shared/recognition/proposal.ts";
import { readProposal, type ProposedRow } from "../../shared/recognition/read-proposal.ts";
import { recogniseSheet } from "../../shared/recognition/recognise.ts";
import type { World } from "../../shared/recognition/world.ts";
import { planRepairs } from "../../shared/repair/plan-repairs.ts";
import type { LinkShape } from "../excel/link-layout.ts";
import { planLink, type LinkPlan } from "../excel/plan-link.ts";
import type { WorksheetReading } from "../excel/read-grid.ts";
import { apartReference } from "./apart.ts";
import type { ExaminationTrouble, ExaminedTable, RowCounts, SheetChange } from "./familiar-session.ts";

/** How many rows of the worksheet a proposal shows as they would be stored. */
const shownRows = 10;

/** What a worksheet may be, tables that are linked left out; or why nothing of it can be linked. */
export interface Recognised {
  readonly proposals: readonly Proposal[];
  readonly trouble: ExaminationTrouble | null;
}

/** What of a workbook is linked already. */
export interface LinkedPlaces {
  /** Names of tables. */
  readonly tables: ReadonlySet<string>;
  readonly matrices: readonly LinkShape[];
}

/** Recognises a worksheet; what is linked already is left out. */
export function recognise(reading: WorksheetReading, world: World, linked: LinkedPlaces): Recognised {
  const { grid, rows, columns } = reading;
  if (!grid) return troubled(rows === 0 ? { code: "empty" } : { code: "too-large", rows, columns });
  const taken = takenAreas(reading.worksheetId, grid, linked);
  const found = recogniseSheet(grid, world);
  const proposals = found.filter((proposal) => !taken.some((area) => overlaps(area, proposal)));
  if (proposals.length === 0)
    return troubled({ code: taken.length > 0 ? "already-linked" : "nothing-recognised" });
  return { proposals, trouble: grid.protected ? { code: "protected" } : null };
}

function takenAreas(worksheetId: string, grid: SheetGrid, linked: LinkedPlaces): readonly Area[] {
  const tables = grid.tables.filter(({ name }) => linked.tables.has(name)).map(({ area }) => area);
  const matrices = linked.matrices
    .filter((shape) => shape.worksheetId === worksheetId)
    .map(({ top, left, width, rows }) => ({
      top,
      left,
      bottom: top + rows,
      right: left + width - 1,
    }));
  return [...tables, ...matrices];
}

const troubled = (trouble: ExaminationTrouble): Recognised => ({ proposals: [], trouble });

function overlaps(area: Area, { data, headerRows }: Proposal): boolean {
  const top = headerRows[0] ?? data.top;
  const bottom = Math.max(data.bottom, headerRows.at(-1) ?? top);
  return area.top <= bottom && area.bottom >= top && area.left <= data.right && area.right >= data.left;
}

/** A proposal as the pane shows it: its first rows, how its rows stand, and what linking does to the sheet. */
export function examineTable(proposal: Proposal, grid: SheetGrid, world: World): ExaminedTable {
  const rows = readProposal(proposal, grid, world);
  return {
    proposal,
    preview: firstRows(rows),
    counts: countRows(proposal, rows, world),
    changes: changesOf(proposal, grid),
    questions: proposal.questions,
  };
}

/** The records of the first rows; a line of a matrix is one row, with a record a month. */
function firstRows(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  const shown = new Set([...new Set(rows.map(({ row }) => row))].slice(0, shownRows));
  return rows.filter(({ row }) => shown.has(row));
}

function countRows(proposal: Proposal, rows: readonly ProposedRow[], world: World): RowCounts {
  const wrong = rows.filter(({ issues }) => issues.some(isError));
  const right = rows.filter(({ issues }) => !issues.some(isError));
  const repaired = repairedRows(proposal, right, world);
  return {
    rows: rows.length,
    good: right.length - repaired,
    repairable: repaired,
    wrong: wrong.length,
    apart: proposal.apart.filter(({ why }) => why !== "blank").length,
  };
}

/** How many of the rows say something that is certain but not written as it is stored. */
function repairedRows({ record, habits }: Proposal, rows: readonly ProposedRow[], world: World): number {
  const sheet = world.sheets.find(({ id }) => id === record);
  if (!sheet) return 0;
  const repairs = planRepairs(sheet, rows, { ...world.context, habits });
  return new Set(repairs.flatMap(({ certain }) => certain.flatMap((group) => group.rows))).size;
}

/** What linking does to the sheet beside adding the control columns. */
function changesOf(proposal: Proposal, grid: SheetGrid): readonly SheetChange[] {
  if (proposal.layout !== "list") return [];
  const { merges, named } = planLink(proposal, grid);
  const apart = proposal.apart.filter(({ why }) => why !== "blank").length;
  const changes: SheetChange[] = [];
  if (merges.length > 0) changes.push({ kind: "unmerge", areas: merges.length });
  if (apart > 0) changes.push({ kind: "set-apart", rows: apart });
  if (named.length > 0) changes.push({ kind: "name-headers", columns: named });
  return changes;
}

/**
 * A proposal without what nobody has answered: a column that may be several, or whose unit is open, stays the staff's own;
 * a column whose dates may be month first stays doubtful.
 */
export function settled<P extends Proposal>(proposal: P): P {
  const open = new Set(proposal.questions.flatMap((one) => (one.about === "unit" ? [one.key] : [])));
  const columns = proposal.columns.map((column) =>
    column.asked || (column.key !== null && open.has(column.key)) ? { ...column, key: null } : column,
  );
  return { ...proposal, columns, habits: { ...proposal.habits, ...doubtfulOrders(proposal) } };
}

/**
 * Whether something is open that a matrix cannot do without: what its lines are, in what its cells are counted, its year.
 * In a list what is open stays out; here every cell would be another record.
 */
export function isAsking({ columns, questions }: Proposal): boolean {
  return (
    columns.some(({ asked }) => asked) ||
    questions.some(({ about }) => about === "unit" || about === "context")
  );
}

/** Text dates of an order that nobody has said stay doubtful, also once those that proved it are corrected. */
function doubtfulOrders({ questions, habits }: Proposal): ColumnHabits {
  const open = questions.flatMap((one) => (one.about === "date-order" ? [one.key] : []));
  return Object.fromEntries(open.map((key) => [key, { ...habits[key], doubtfulOrder: true }]));
}

/** What the hidden reference is to say of the rows that stand apart, by row of the worksheet. */
export function apartReferences(
  proposal: ListProposal,
  grid: SheetGrid,
  { area }: LinkPlan,
): ReadonlyMap<number, string> {
  const above = Array.from(
    { length: Math.max(0, proposal.data.top - area.top - 1) },
    (_, at) => area.top + 1 + at,
  );
  const rows = new Set([...above, ...proposal.apart.map(({ row }) => row)]);
  const references = new Map<number, string>();
  for (const row of rows) {
    if (row <= area.top || row > area.bottom) continue;
    const line = lineOf(grid, area, row);
    if (line.some((cell) => String(cell).trim() !== "")) references.set(row, apartReference(line));
  }
  return references;
}

function lineOf(grid: SheetGrid, { left, right }: Area, row: number): readonly Cell[] {
  return Array.from({ length: right - left + 1 }, (_, at) =>
    grid.formulaAt(row, left + at) === undefined ? (grid.cells[row]?.[left + at] ?? "") : "=",
  );
}
