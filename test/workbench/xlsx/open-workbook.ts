import { readCells, readSharedStrings } from "./read/cells.ts";
import type { CellContext } from "./read/cells.ts";
import { colorReader } from "./read/colors.ts";
import { readConditionalFormats } from "./read/conditional-formats.ts";
import type { ConditionalContext } from "./read/conditional-formats.ts";
import { readFilter } from "./read/filters.ts";
import { hiddenRows, readGrid } from "./read/grid.ts";
import { readNames } from "./read/names.ts";
import { readNotes } from "./read/notes.ts";
import type { OfficePackage } from "./read/package.ts";
import { openPackage } from "./read/package.ts";
import type { WorkbookStyles } from "./read/styles.ts";
import { readStyles } from "./read/styles.ts";
import { readTable } from "./read/tables.ts";
import { readValidations } from "./read/validations.ts";
import type { XmlElement } from "./read/xml.ts";
import { child, children, flag } from "./read/xml.ts";
import type { Resources } from "./resources.ts";
import { packResources } from "./resources.ts";
import type { CellMatrix, SheetSnapshot, WorkbookSnapshot } from "./snapshot.ts";

/** `not-xlsx`: no zip archive, or one without a workbook: an old .xls, a protected file, another kind of file. */
export type OpenedWorkbook = { workbook: WorkbookSnapshot } | { problem: "not-xlsx" };

/** Days from 1 January 1900 as Excel counts them to 1 January 1904. */
const daysTo1904 = 1_462;

interface SheetEntry {
  id: string;
  name: string;
  path: string;
  hidden: boolean;
}

interface Reading extends CellContext, Omit<ConditionalContext, "sheetId"> {
  file: OfficePackage;
  resources: Resources;
}

/**
 * A workbook file as a snapshot for Univer: cells with formulas and their last values, styles, tables, validations,
 * conditional formats, names, notes, filters, hidden sheets, rows and columns. Pictures and charts are left out.
 * Workbooks that count days from 1904 come out counting from 1900, as Univer does.
 */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<OpenedWorkbook> {
  const file = await openPackage(bytes);
  const workbookPath = file?.related("").find(({ kind }) => kind === "officeDocument")?.path;
  const root = file?.part(workbookPath);
  if (!file || workbookPath === undefined || root?.name !== "workbook") return { problem: "not-xlsx" };

  const related = (kind: string) =>
    file.part(file.related(workbookPath).find((part) => part.kind === kind)?.path);
  const color = colorReader(related("theme"));
  const styles = readStyles(related("styles"), color);
  const sheets = sheetEntries(file, root, workbookPath);
  const resources = emptyResources(
    readNames(
      root,
      sheets.map(({ id }) => id),
    ),
  );
  const reading: Reading = {
    ...styles,
    file,
    color,
    resources,
    sharedStrings: readSharedStrings(related("sharedStrings")),
    dateShift: flag(child(root, "workbookPr"), "date1904") ? daysTo1904 : 0,
  };
  const snapshots = sheets.map((sheet) => [sheet.id, readSheet(sheet, reading)] as const);
  return {
    workbook: {
      id: "libro",
      name,
      styles: namedStyles(styles),
      defaultStyle: styles.normal,
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(snapshots),
      resources: packResources(resources),
    },
  };
}

function sheetEntries(file: OfficePackage, workbook: XmlElement, workbookPath: string): SheetEntry[] {
  const parts = new Map(file.related(workbookPath).map((relation) => [relation.id, relation]));
  return children(child(workbook, "sheets"), "sheet").flatMap(({ attributes }) => {
    const relation = parts.get(attributes["r:id"] ?? "");
    if (relation?.kind !== "worksheet") return [];
    const hidden = (attributes["state"] ?? "visible") !== "visible";
    return [
      { id: `sheet-${attributes["sheetId"]}`, name: attributes["name"] ?? "", path: relation.path, hidden },
    ];
  });
}

function readSheet({ id, name, path, hidden }: SheetEntry, reading: Reading): SheetSnapshot {
  const part = reading.file.part(path);
  const tabColor = reading.color(child(child(part, "sheetPr"), "tabColor"));
  const cellData = readCells(child(part, "sheetData"), reading);
  const filter = readFilter(part, hiddenRows(part));
  collectFeatures(part, id, path, reading);
  if (filter) reading.resources.filters[id] = filter;
  return {
    id,
    name,
    hidden: hidden ? 1 : 0,
    ...(tabColor ? { tabColor } : {}),
    cellData,
    ...readGrid(part, new Set(filter?.cachedFilteredOut)),
    ...extent(cellData),
  };
}

function collectFeatures(part: XmlElement | undefined, id: string, path: string, reading: Reading): void {
  const { file, resources, dateShift } = reading;
  const parts = (kind: string) => file.related(path).filter((relation) => relation.kind === kind);
  const tables = parts("table").flatMap((table) => readTable(file.part(table.path), id) ?? []);
  if (tables.length > 0) resources.tables[id] = { tables, tableFilteredOutRows: [] };
  resources.validations[id] = readValidations(part, id, dateShift);
  resources.conditionalFormats[id] = readConditionalFormats(part, { ...reading, sheetId: id });
  const comments = parts("comments")[0];
  if (comments) resources.notes[id] = readNotes(file.part(comments.path), id);
}

/** Room to work beyond what is written. */
function extent(cellData: CellMatrix): Pick<SheetSnapshot, "rowCount" | "columnCount"> {
  const rows = Object.keys(cellData).map(Number);
  const columns = Object.values(cellData).flatMap((row) => Object.keys(row).map(Number));
  return {
    rowCount: Math.max(1_000, rows.reduce((most, row) => Math.max(most, row), 0) + 201),
    columnCount: Math.max(26, columns.reduce((most, column) => Math.max(most, column), 0) + 6),
  };
}

function namedStyles({ formats }: WorkbookStyles): WorkbookSnapshot["styles"] {
  return Object.fromEntries(formats.map((style, index) => [`s${index}`, style]));
}

function emptyResources(names: Resources["names"]): Resources {
  return { names, tables: {}, validations: {}, conditionalFormats: {}, filters: {}, notes: {} };
}
