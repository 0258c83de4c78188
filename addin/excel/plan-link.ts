import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import type { ListProposal } from "../../shared/recognition/proposal.ts";
import type { Cell } from "../../shared/model/value.ts";
import { tidy } from "../../shared/text/normalise.ts";

/** A cell that linking writes, by its place in the worksheet as it is before. */
export interface HeaderWrite {
  readonly row: number;
  readonly column: number;
  /** What was typed there: a formula where there is one. */
  readonly was: Cell;
  readonly becomes: Cell;
}

/** Merged cells that must be separated, as a table can hold none. */
export interface PlannedMerge {
  readonly area: Area;
  readonly value: Cell;
  /** Each of the cells gets the value. */
  readonly filled: boolean;
  /** Number format of the cells beside the first where it differs from that one's. */
  readonly format: string | null;
}

/** What linking does to a worksheet beside adding the control columns. Pure: it is shown before, and carried out then. */
export interface LinkPlan {
  /** The header that names the columns, and the rows below. */
  readonly area: Area;
  /** Names of the columns from left to right. */
  readonly names: readonly string[];
  /** Names that the sheet lacked or had twice; blank spacers are not among them. */
  readonly named: readonly string[];
  readonly writes: readonly HeaderWrite[];
  readonly merges: readonly PlannedMerge[];
}

/** Plans how a list of the staff becomes a table that keeps its look. */
export function planLink(proposal: ListProposal, grid: SheetGrid): LinkPlan {
  const area = tableArea(proposal, grid);
  const merges = grid.merges.filter((merge) => touches(merge, area));
  const names = nameColumns(proposal, grid, area, merges);
  return {
    area,
    names: names.map(({ name }) => name),
    named: names.flatMap(({ name, isNew }) => (isNew ? [name] : [])),
    writes: [
      ...names.flatMap(({ name }, at) => headerWrite(grid, area.top, area.left + at, name)),
      ...merges.flatMap((merge) => clearedAbove(grid, area, merge)),
    ],
    merges: merges.map((merge) => planMerge(proposal, grid, merge)),
  };
}

function tableArea(proposal: ListProposal, { tables }: SheetGrid): Area {
  const own = tables.find(({ name }) => name === proposal.table);
  if (own) return own.totals ? { ...own.area, bottom: own.area.bottom - 1 } : own.area;
  const top = proposal.headerRows.at(-1) ?? 0;
  const { left, right, bottom } = proposal.data;
  return { top, left, right, bottom: Math.max(top + 1, bottom) };
}

const touches = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left;

const isSame = (one: Area, other: Area): boolean =>
  one.top === other.top &&
  one.left === other.left &&
  one.bottom === other.bottom &&
  one.right === other.right;

interface ColumnName {
  readonly name: string;
  /** It has to be told: the sheet had none, or had it twice. */
  readonly isNew: boolean;
}

function nameColumns(
  proposal: ListProposal,
  grid: SheetGrid,
  area: Area,
  merges: readonly Area[],
): readonly ColumnName[] {
  const said = Array.from({ length: area.right - area.left + 1 }, (_, at) =>
    headerText(proposal, grid, area, area.left + at, merges),
  );
  const given = new Set(said.map(({ text }) => text.toLowerCase()));
  const taken = new Set<string>();
  return said.map(({ text, isOwn }, at) => {
    if (text.trim() === "" && isBlankColumn(grid, area, area.left + at))
      return { name: claim(spacer(taken), taken), isNew: false };
    const isFree = text.trim() !== "" && !taken.has(text.toLowerCase());
    const name = isFree ? text : numbered(text, (other) => !taken.has(other) && !given.has(other));
    return { name: claim(name, taken), isNew: !isFree || !isOwn };
  });
}

function claim(name: string, taken: Set<string>): string {
  taken.add(name.toLowerCase());
  return name;
}

/** A blank name as a table takes it: spaces, one more each time. A column that only keeps others apart shows none. */
function spacer(taken: ReadonlySet<string>): string {
  let name = " ";
  while (taken.has(name)) name += " ";
  return name;
}

/** `Fecha2`, or `Columna1` where nothing says what it is: the first that is free. */
function numbered(text: string, isFree: (lowerCase: string) => boolean): string {
  const stem = text.trim() === "" ? "Columna" : text;
  let number = stem === text ? 2 : 1;
  while (!isFree(`${stem}${number}`.toLowerCase())) number += 1;
  return `${stem}${number}`;
}

/** What the last line of the header says of a column; where that is blank, the lines above. */
function headerText(
  proposal: ListProposal,
  grid: SheetGrid,
  area: Area,
  column: number,
  merges: readonly Area[],
): { readonly text: string; readonly isOwn: boolean } {
  const text = String(grid.cells[area.top]?.[column] ?? "");
  if (text.trim() !== "") return { text, isOwn: true };
  const merge = merges.find((one) => isAbove(one, area) && one.left <= column && one.right >= column);
  const above = merge ? String(grid.cells[merge.top]?.[merge.left] ?? "") : "";
  if (above.trim() !== "") return { text: above, isOwn: true };
  const header = proposal.columns.find((proposed) => proposed.column === column)?.header ?? "";
  return { text: tidy(header), isOwn: false };
}

/** Whether merged cells begin above the line that names the columns and reach into it. */
const isAbove = (merge: Area, area: Area): boolean => merge.top < area.top && merge.bottom >= area.top;

function isBlankColumn({ cells }: SheetGrid, area: Area, column: number): boolean {
  for (let row = area.top + 1; row <= area.bottom; row += 1)
    if (String(cells[row]?.[column] ?? "").trim() !== "") return false;
  return true;
}

function headerWrite(grid: SheetGrid, row: number, column: number, name: string): readonly HeaderWrite[] {
  const formula = grid.formulaAt(row, column);
  const cell = grid.cells[row]?.[column] ?? "";
  if (formula === undefined && cell === name) return [];
  return [{ row, column, was: formula ?? cell, becomes: name }];
}

/** A name that was merged over several lines moves down to the line that names the columns. */
function clearedAbove(grid: SheetGrid, area: Area, merge: Area): readonly HeaderWrite[] {
  if (!isAbove(merge, area) || merge.left !== merge.right) return [];
  const was = grid.formulaAt(merge.top, merge.left) ?? grid.cells[merge.top]?.[merge.left] ?? "";
  return was === "" ? [] : [{ row: merge.top, column: merge.left, was, becomes: "" }];
}

function planMerge({ mergedData }: ListProposal, grid: SheetGrid, area: Area): PlannedMerge {
  const { top, left, right } = area;
  const format = grid.formatAt(top, left);
  const [row, column] = left === right ? [top + 1, left] : [top, left + 1];
  const beside = grid.formatAt(row, column);
  return {
    area,
    value: grid.cells[top]?.[left] ?? "",
    filled: mergedData.some((merged) => isSame(merged, area)),
    format: beside === format ? null : beside,
  };
}
