import type { Cell } from "../../shared/model/value.ts";
import { parseArea } from "./address.ts";
import type { Archive } from "./archive.ts";
import { readRelations } from "./relations.ts";
import { createCellReader, type Shared, type Worksheet } from "./cell-reader.ts";
import { isOn, readXml, type Attributes, type Listener } from "./xml.ts";

/** Reads one worksheet. Cells without a value cost nothing, however many are formatted. */
export async function readWorksheet(archive: Archive, path: string, shared: Shared): Promise<Worksheet> {
  const sheet: Worksheet = {
    cells: [],
    styles: [],
    formulas: new Map(),
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    protected: false,
  };
  await readXml(archive, path, worksheetListener(sheet, shared));
  for (const { kind, path: part } of (await readRelations(archive, path)).values()) {
    if (kind === "table" && archive.has(part)) await readTable(archive, part, sheet);
  }
  for (let row = 0; row < sheet.cells.length; row += 1) sheet.cells[row] ??= noCells;
  return sheet;
}

const noCells: Cell[] = [];

/** Merged areas of one worksheet that are kept. */
const mostMerges = 100_000;

/** What stands beside the cells: merged areas, hidden rows and columns, protection. */
function worksheetListener(sheet: Worksheet, shared: Shared): Listener {
  const cells = createCellReader(sheet, shared);
  return {
    ...cells,
    open(name, attributes) {
      cells.open(name, attributes);
      if (name === "mergeCell") keepMerge(sheet, attributes["ref"] ?? "");
      else if (name === "col") keepColumns(sheet, attributes);
      else if (name === "sheetProtection") sheet.protected = isOn(attributes["sheet"]);
    },
  };
}

function keepMerge(sheet: Worksheet, ref: string): void {
  const area = parseArea(ref);
  if (area && sheet.merges.length < mostMerges) sheet.merges.push(area);
}

const mostColumns = 16_384;

/** Columns of a worksheet are told once each, from left to right: what is told again is not gone through again. */
function keepColumns(sheet: Worksheet, { min, max, hidden }: Attributes): void {
  const last = Math.min(Number(max), mostColumns) - 1;
  if (!isOn(hidden) || sheet.hiddenColumns.has(last)) return;
  for (let column = Math.max(Number(min) - 1, 0); column <= last; column += 1)
    sheet.hiddenColumns.add(column);
}

async function readTable(archive: Archive, path: string, sheet: Worksheet): Promise<void> {
  await readXml(archive, path, {
    open(name, { displayName = "", ref = "", totalsRowCount }) {
      const area = name === "table" ? parseArea(ref) : undefined;
      if (area) sheet.tables.push({ name: displayName, area, totals: Number(totalsRowCount ?? 0) > 0 });
    },
  });
}
