import type { Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import type { MatrixProposal } from "../../shared/recognition/proposal.ts";
import { requireSame } from "./link-sheet.ts";
import { addMatrixNames, removeMatrixNames, type MatrixPart } from "./matrix-names.ts";
import { findYear } from "./matrix-year.ts";
import { forgetLinkTexts } from "./link-part.ts";
import type { LinkRecord, MatrixRecord } from "./registry.ts";
import { forgetLinkRecord, saveLinks } from "./registry-store.ts";

/** A matrix that is linked, as the person saw and agreed to it. */
export interface MatrixRequest {
  readonly id: string;
  readonly sheet: Sheet;
  readonly worksheetId: string;
  readonly proposal: MatrixProposal;
  /** The worksheet as it was looked at. */
  readonly grid: SheetGrid;
}

/**
 * Links a matrix: hidden names say where its parts stand, and no cell of the worksheet changes. Refuses with
 * `sheet-changed` where the worksheet is no longer as it was looked at. Where anything fails nothing of it stays.
 */
export async function linkMatrix(
  context: Excel.RequestContext,
  request: MatrixRequest,
  workbookId: string,
): Promise<LinkRecord> {
  const worksheet = await requireSame(context, request);
  const link = describeMatrix(request);
  try {
    await removeMatrixNames(context, link.id);
    addMatrixNames(context, worksheet, link.id, partsOf(request));
    await saveLinks(context, [link], workbookId);
    return link;
  } catch (error) {
    await unlink(context, link.id);
    throw error;
  }
}

/** Forgets a link with all that the workbook keeps beside its cells; those, and the records in the service, stay. */
export async function unlink(context: Excel.RequestContext, link: string): Promise<void> {
  await removeMatrixNames(context, link);
  await forgetLinkRecord(context, link);
  await forgetLinkTexts(context, link);
}

function describeMatrix(request: MatrixRequest): LinkRecord {
  const { id, sheet, proposal } = request;
  return {
    id,
    sheet: sheet.id,
    tableId: "",
    tableName: "",
    columns: {},
    controls: { reference: 0, status: 0, marks: 0 },
    scope: { from: null },
    cursor: null,
    lastSync: null,
    toRemove: [],
    ruledRows: 0,
    headers: {},
    habits: proposal.habits,
    context: {},
    origin: null,
    layout: "matrix",
    matrix: matrixOf(request),
  };
}

function matrixOf({ sheet, proposal, grid }: MatrixRequest): MatrixRecord {
  const header = headerRow(proposal);
  const months = [...proposal.months].map(([column, month]): readonly [string, Cell] => [
    String(month),
    grid.cells[header]?.[column] ?? "",
  ]);
  return {
    lines: labels(proposal).map(({ key }) => key),
    months: Object.fromEntries(months),
    given: proposal.context,
    yearFrom: findYear(grid, header, yearSaid(sheet, proposal)).from,
  };
}

const headerRow = ({ headerRows, data }: MatrixProposal): number => headerRows.at(-1) ?? data.top - 1;

const yearSaid = (sheet: Sheet, { context }: MatrixProposal) => context[sheet.matrix?.year ?? ""] ?? "";

const labels = ({ columns }: MatrixProposal) =>
  columns.flatMap(({ key, column }) => (key === null ? [] : [{ key, column }]));

/** The block reaches one row below its last line, so that a line inserted there is in it. */
function partsOf({ sheet, proposal, grid }: MatrixRequest): ReadonlyMap<MatrixPart, Area> {
  const header = headerRow(proposal);
  const cell = (column: number): Area => ({ top: header, left: column, bottom: header, right: column });
  const touched = [...proposal.months.keys(), ...proposal.columns.map(({ column }) => column)];
  const block: Area = {
    top: header,
    left: Math.min(...touched),
    bottom: Math.max(proposal.data.bottom, header) + 1,
    right: Math.max(...touched),
  };
  const title = findYear(grid, header, yearSaid(sheet, proposal)).area;
  return new Map<MatrixPart, Area>([
    ["block", block],
    ...(title ? [["year", title] as const] : []),
    ...labels(proposal).map(({ key, column }) => [`line_${key}`, cell(column)] as const),
    ...[...proposal.months].map(([column, month]) => [`month_${month}`, cell(column)] as const),
  ]);
}
