import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import { matrixCells, sectionAt } from "../../shared/recognition/matrix-cells.ts";
import { readLines, type Lines } from "../../shared/recognition/matrix-lines.ts";
import type { MatrixProposal, ProposedColumn } from "../../shared/recognition/proposal.ts";
import type { PlacedCells } from "../../shared/recognition/placed-cells.ts";
import { createView } from "../../shared/recognition/view.ts";
import type { LocatedMatrix } from "./matrix-names.ts";
import type { LinkRecord } from "./registry.ts";

/** A month of a line, blank or not, and the record's column that its cell is. */
export interface MatrixRecordCells extends PlacedCells {
  readonly column: number;
  readonly value: string | undefined;
}

/** Understands the lines between the header and the end of the block anew, as recognition does for the preview. */
export function matrixRecords(
  sheet: Sheet,
  link: LinkRecord,
  place: { readonly located: LocatedMatrix; readonly block: Area; readonly grid: SheetGrid },
  world: Context,
): readonly MatrixRecordCells[] {
  const { grid, block } = place;
  const view = createView(grid);
  const months = monthColumns(link, place.located);
  const columns = labelColumns(link, place.located, block, months);
  const header = { row: block.top, months, year: null };
  const heading = (row: number) => sectionAt(view, row, { columns }, sheet, world);
  const linesTo = (last: number): Lines => {
    const lines = readLines(view, header, columns, last, heading);
    // Who types lines into the row below the last one goes on in the next.
    return lines.records.at(-1) === last && last + 1 < grid.cells.length ? linesTo(last + 1) : lines;
  };
  const lines = linesTo(Math.min(block.bottom, grid.cells.length - 1));
  const proposal: MatrixProposal = {
    layout: "matrix",
    record: sheet.id,
    confidence: 1,
    worksheet: grid.name,
    table: null,
    headerRows: [block.top],
    data: lines.data,
    apart: lines.apart,
    context: link.matrix?.given ?? {},
    habits: link.habits,
    mergedData: [],
    questions: [],
    format: null,
    columns,
    months,
  };
  return matrixCells(proposal, grid, sheet, world).flatMap((placed) =>
    placed.column === undefined ? [] : [withValue(sheet, { ...placed, column: placed.column })],
  );
}

function withValue(sheet: Sheet, placed: PlacedCells & { readonly column: number }): MatrixRecordCells {
  return { ...placed, value: sheet.matrix?.values.find((key) => key in placed.cells) };
}

function monthColumns({ matrix }: LinkRecord, { areas }: LocatedMatrix): ReadonlyMap<number, number> {
  const months = Object.keys(matrix?.months ?? {}).map(Number);
  const placed = months.flatMap((month): readonly (readonly [number, number])[] => {
    const column = areas.get(`month_${month}`)?.left;
    return column === undefined ? [] : [[column, month]];
  });
  return new Map(placed.toSorted(([one], [other]) => one - other));
}

/** Every column of the block that is no month's; those that no name stands for are the staff's own. */
function labelColumns(
  { matrix }: LinkRecord,
  { areas }: LocatedMatrix,
  { left, right }: Area,
  months: ReadonlyMap<number, number>,
): readonly ProposedColumn[] {
  const keys = new Map((matrix?.lines ?? []).map((key) => [areas.get(`line_${key}`)?.left, key]));
  const columns: ProposedColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    if (months.has(column)) continue;
    const key = keys.get(column) ?? null;
    columns.push({ column, header: "", key, confidence: 1, asked: false, candidates: [] });
  }
  return columns;
}

/** The keys of the record that a matrix has, whether in cells or said by titles. */
export function matrixColumns(sheet: Sheet): readonly string[] {
  const { year, month, lines, values } = sheet.matrix ?? { year: "", month: "", lines: [], values: [] };
  return [year, month, ...lines, ...values].filter((key) => columnOf(sheet, key));
}
