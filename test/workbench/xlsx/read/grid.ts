import { parseBlocks } from "../address.ts";
import { columnPixels, rowPixels } from "../measures.ts";
import type { Column, Row, SheetSnapshot } from "../snapshot.ts";
import { styleName } from "./cells.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag, number } from "./xml.ts";

/** Heights, widths, hidden lines, merges, frozen panes and gridlines of a worksheet part. */
export function readGrid(part: XmlElement | undefined, filteredRows: ReadonlySet<number>): SheetSnapshot {
  const format = child(part, "sheetFormatPr");
  const view = child(child(part, "sheetViews"), "sheetView");
  const width = number(format, "defaultColWidth");
  return {
    defaultRowHeight: rowPixels(number(format, "defaultRowHeight") ?? 15),
    defaultColumnWidth: columnPixels(width ?? 8.43),
    rowData: readRows(child(part, "sheetData"), filteredRows),
    columnData: readColumns(child(part, "cols")),
    mergeData: children(child(part, "mergeCells"), "mergeCell").flatMap((merge) =>
      parseBlocks(merge.attributes["ref"] ?? ""),
    ),
    freeze: readFreeze(child(view, "pane")),
    showGridlines: flag(view, "showGridLines", true) ? 1 : 0,
    rightToLeft: flag(view, "rightToLeft") ? 1 : 0,
  };
}

/** Rows that the file hides, filtered or not, from zero. */
export function hiddenRows(part: XmlElement | undefined): number[] {
  return children(child(part, "sheetData"), "row")
    .filter((row) => flag(row, "hidden"))
    .map((row) => (number(row, "r") ?? 1) - 1);
}

/** A row that a filter hides is not hidden of its own: clearing the filter must show it. */
function readRows(sheetData: XmlElement | undefined, filteredRows: ReadonlySet<number>): Record<number, Row> {
  const rows: Record<number, Row> = {};
  for (const element of children(sheetData, "row")) {
    const row = (number(element, "r") ?? 1) - 1;
    const height = number(element, "ht");
    const style = flag(element, "customFormat") ? styleName(number(element, "s")) : undefined;
    const content: Row = {
      ...(height ? readHeight(rowPixels(height), flag(element, "customHeight")) : {}),
      ...(flag(element, "hidden") && !filteredRows.has(row) ? { hd: 1 } : {}),
      ...(style ? { s: style } : {}),
    };
    if (Object.keys(content).length > 0) rows[row] = content;
  }
  return rows;
}

/** A height that somebody chose stays; one that Excel found for the content is `ah` to Univer. */
function readHeight(h: number, isChosen: boolean): Row {
  return isChosen ? { h, ia: 0 } : { h, ah: h, ia: 1 };
}

function readColumns(cols: XmlElement | undefined): Record<number, Column> {
  const columns: Record<number, Column> = {};
  for (const element of children(cols, "col")) {
    const width = number(element, "width");
    const style = styleName(number(element, "style"));
    const content: Column = {
      ...(width ? { w: columnPixels(width) } : {}),
      ...(flag(element, "hidden") ? { hd: 1 } : {}),
      ...(style ? { s: style } : {}),
    };
    for (let column = (number(element, "min") ?? 1) - 1; column < lastColumn(element); column += 1) {
      columns[column] = { ...content };
    }
  }
  return columns;
}

/** A style for "the rest of the sheet" reaches column 16,384; nobody needs those columns laid out. */
function lastColumn(element: XmlElement): number {
  return Math.min(number(element, "max") ?? 1, 256);
}

function readFreeze(pane: XmlElement | undefined): NonNullable<SheetSnapshot["freeze"]> {
  const frozen = pane?.attributes["state"]?.startsWith("frozen") ?? false;
  const xSplit = frozen ? (number(pane, "xSplit") ?? 0) : 0;
  const ySplit = frozen ? (number(pane, "ySplit") ?? 0) : 0;
  return { xSplit, ySplit, startRow: ySplit === 0 ? -1 : ySplit, startColumn: xSplit === 0 ? -1 : xSplit };
}
