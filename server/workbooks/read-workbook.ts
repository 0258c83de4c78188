import type { SheetGrid, WorkbookGrid } from "../../shared/recognition/grid.ts";
import { openArchive, type Archive } from "./archive.ts";
import { UnreadableWorkbook, type WorkbookFailure } from "./failure.ts";
import { readRelations, type Relation } from "./relations.ts";
import { readStrings } from "./strings.ts";
import { readFormats } from "./styles.ts";
import { createShared, type Worksheet } from "./cell-reader.ts";
import { readWorksheet } from "./worksheet.ts";
import { isOn, readXml } from "./xml.ts";

export type WorkbookReading =
  | { readonly ok: true; readonly workbook: WorkbookGrid }
  /** `reason` is for the log, in English. */
  | { readonly ok: false; readonly failure: WorkbookFailure; readonly reason: string };

/** Worksheets that are read of one workbook. */
const mostSheets = 200;

/** Reads an .xlsx as recognition sees it, whoever made the file: within bounds of memory, and never trusting it. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  try {
    return { ok: true, workbook: await toGrid(await openArchive(bytes)) };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { ok: false, failure: error.failure, reason: error.message };
  }
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

async function toGrid(archive: Archive): Promise<WorkbookGrid> {
  const path = await workbookPath(archive);
  const relations = await readRelations(archive, path);
  const { entries, date1904 } = await readEntries(archive, path);
  const strings = await readPart(archive, relations, "sharedStrings", readStrings);
  const formats = await readPart(archive, relations, "styles", readFormats);
  const shared = createShared(strings, date1904);
  const sheets: SheetGrid[] = [];
  for (const { name, hidden, id } of entries) {
    const relation = relations.get(id);
    if (relation?.kind !== "worksheet") continue;
    const sheet = await readWorksheet(archive, relation.path, shared);
    sheets.push(toSheetGrid(sheet, { name, hidden }, formats));
  }
  return { date1904, sheets };
}

async function workbookPath(archive: Archive): Promise<string> {
  for (const { kind, path } of (await readRelations(archive, "")).values()) {
    if (kind === "officeDocument" && archive.has(path)) return path;
  }
  throw new UnreadableWorkbook("not-a-workbook", "the package holds no workbook");
}

async function readEntries(archive: Archive, path: string) {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  let found = false;
  await readXml(archive, path, {
    open(name, attributes) {
      found ||= name === "workbook";
      if (name === "workbookPr") date1904 = isOn(attributes["date1904"]);
      if (name !== "sheet") return;
      const id = attributes["r:id"] ?? Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const { name: title = "", state = "visible" } = attributes;
      entries.push({ name: title, hidden: state !== "visible", id: id ?? "" });
    },
  });
  if (!found) throw new UnreadableWorkbook("not-a-workbook", "the package holds another document");
  if (entries.length > mostSheets) throw new UnreadableWorkbook("too-large", `${entries.length} worksheets`);
  return { entries, date1904 };
}

async function readPart(
  archive: Archive,
  relations: ReadonlyMap<string, Relation>,
  kind: string,
  read: (archive: Archive, path: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const relation = [...relations.values()].find((candidate) => candidate.kind === kind);
  return relation && archive.has(relation.path) ? read(archive, relation.path) : [];
}

function toSheetGrid(
  sheet: Worksheet,
  named: { readonly name: string; readonly hidden: boolean },
  formats: readonly string[],
): SheetGrid {
  return {
    ...named,
    protected: sheet.protected,
    cells: sheet.cells,
    formulaAt: (row, column) => sheet.formulas.get(row)?.get(column),
    formatAt: (row, column) => formats[sheet.styles[row]?.[column] ?? -1] ?? "General",
    merges: sheet.merges,
    tables: sheet.tables,
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
  };
}
