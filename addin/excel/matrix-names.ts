import type { Area } from "../../shared/recognition/grid.ts";
import type { LinkRecord } from "./registry.ts";

/** A part of a matrix that a name of the workbook stands for. */
export type MatrixPart = "block" | "year" | `line_${string}` | `month_${string}`;

/** Where the parts of a matrix stand now; those whose cells were deleted are absent. */
export interface LocatedMatrix {
  readonly worksheetId: string;
  readonly areas: ReadonlyMap<MatrixPart, Area>;
}

/**
 * Gives the parts of a matrix hidden names. Excel moves what a name stands for along with inserted lines, moved cells and
 * renamed worksheets, and nothing of it shows in the sheet.
 */
export function addMatrixNames(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  link: string,
  parts: ReadonlyMap<MatrixPart, Area>,
): void {
  for (const [part, { top, left, bottom, right }] of parts) {
    const range = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
    context.workbook.names.add(prefixOf(link) + part, range).visible = false;
  }
}

/** Finds a matrix by its names; null where its block is gone. */
export async function locateMatrix(
  context: Excel.RequestContext,
  { id, matrix }: Pick<LinkRecord, "id" | "matrix">,
): Promise<LocatedMatrix | null> {
  const parts: readonly MatrixPart[] = [
    "block",
    "year",
    ...(matrix?.lines ?? []).map((key): MatrixPart => `line_${key}`),
    ...Object.keys(matrix?.months ?? {}).map((month): MatrixPart => `month_${month}`),
  ];
  const named = parts.map((part) => ({
    part,
    item: context.workbook.names.getItemOrNullObject(prefixOf(id) + part),
  }));
  await context.sync();
  const loaded = named.flatMap(({ part, item }) =>
    item.isNullObject ? [] : [{ part, ...loadRange(item.getRangeOrNullObject()) }],
  );
  await context.sync();
  const found = loaded.filter(({ range }) => !range.isNullObject);
  const worksheetId = found.find(({ part }) => part === "block")?.worksheet.id;
  if (worksheetId === undefined) return null;
  const here = found.filter(({ worksheet }) => worksheet.id === worksheetId);
  return { worksheetId, areas: new Map(here.map(({ part, range }) => [part, areaOf(range)])) };
}

/** Takes the names of a matrix away, and leaves its cells as they are. */
export async function removeMatrixNames(context: Excel.RequestContext, link: string): Promise<void> {
  const names = context.workbook.names.load({ name: true });
  await context.sync();
  for (const item of names.items) if (item.name.startsWith(prefixOf(link))) item.delete();
  await context.sync();
}

/** A name may have 255 characters; those of ids are enough to tell links apart. */
const prefixOf = (link: string): string => `VAD_matrix_${link.slice(0, 12)}_`;

function loadRange(range: Excel.Range) {
  range.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
  return { range, worksheet: range.worksheet.load({ id: true }) };
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}
