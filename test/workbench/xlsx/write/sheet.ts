import type { Resources } from "../resources.ts";
import type { SheetSnapshot } from "../snapshot.ts";
import type { CellWriting } from "./cells.ts";
import { sheetData } from "./cells.ts";
import { conditionalFormats } from "./conditional-formats.ts";
import { sheetFilter } from "./filters.ts";
import { columns, mergeCells, sheetViews } from "./grid.ts";
import { notesDrawing, notesPart } from "./notes.ts";
import type { PackageWriter } from "./package.ts";
import type { StyleTable } from "./styles.ts";
import { tablePart } from "./tables.ts";
import { dataValidations } from "./validations.ts";
import { document, element, list, mainNamespace, relationNamespace } from "./xml.ts";

export interface SheetWriting extends CellWriting {
  file: PackageWriter;
  resources: Resources;
  styles: StyleTable;
  /** Tables are numbered through the whole workbook. */
  nextTable: () => number;
}

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Adds a worksheet with its tables and notes to the file. */
export function writeSheet(
  path: string,
  id: string,
  sheet: SheetSnapshot,
  isFirst: boolean,
  writing: SheetWriting,
): void {
  const { file, resources, styles } = writing;
  const filter = resources.filters[id];
  const filtered = new Set([
    ...(filter?.cachedFilteredOut ?? []),
    ...(resources.tables[id]?.tableFilteredOutRows ?? []),
  ]);
  // The order of the elements is the schema's (ECMA-376 part 1, 18.3.1.99): Excel refuses any other.
  const root = element(
    "worksheet",
    { xmlns: mainNamespace, "xmlns:r": relationNamespace },
    sheet.tabColor
      ? element("sheetPr", {}, element("tabColor", { rgb: `FF${sheet.tabColor.replace("#", "")}` }))
      : "",
    sheetViews(sheet, isFirst),
    columns(sheet, writing.format),
    sheetData(sheet, filtered, writing),
    sheetFilter(filter),
    mergeCells(sheet),
    conditionalFormats(resources.conditionalFormats[id], styles),
    dataValidations(resources.validations[id]),
    writeNotes(path, id, writing),
    writeTables(path, id, sheet, writing),
  );
  file.add(path, `${spreadsheet}.worksheet+xml`, document(root));
}

function writeTables(
  path: string,
  id: string,
  sheet: SheetSnapshot,
  { file, resources, nextTable }: SheetWriting,
): string {
  const tables = resources.tables[id]?.tables ?? [];
  const parts = tables.map((table) => {
    const number = nextTable();
    const part = `xl/tables/table${number}.xml`;
    file.add(part, `${spreadsheet}.table+xml`, tablePart(table, number, sheet.cellData ?? {}));
    return element("tablePart", { "r:id": file.relate(path, "table", part) });
  });
  return list("tableParts", parts);
}

function writeNotes(path: string, id: string, { file, resources }: SheetWriting): string {
  const notes = Object.values(resources.notes[id] ?? {}).flatMap((row) => Object.values(row));
  if (notes.length === 0) return "";
  const number = /(\d+)\.xml$/.exec(path)?.[1] ?? "";
  const [comments, drawing] = [`xl/comments${number}.xml`, `xl/drawings/notes${number}.vml`];
  file.add(comments, `${spreadsheet}.comments+xml`, notesPart(notes));
  file.add(drawing, "application/vnd.openxmlformats-officedocument.vmlDrawing", notesDrawing(notes));
  file.relate(path, "comments", comments);
  return element("legacyDrawing", { "r:id": file.relate(path, "vmlDrawing", drawing) });
}
