import { cellAddress, formatBlock } from "../address.ts";
import { columnCharacters, rowPoints } from "../measures.ts";
import type { Cell, Column, SheetSnapshot } from "../snapshot.ts";
import { element, list } from "./xml.ts";

/** The view of a sheet: gridlines, direction, frozen panes. */
export function sheetViews({ freeze, showGridlines, rightToLeft }: SheetSnapshot, isFirst: boolean): string {
  const attributes = {
    showGridLines: showGridlines === 0 ? false : undefined,
    rightToLeft: rightToLeft === 1 || undefined,
    tabSelected: isFirst || undefined,
    workbookViewId: 0,
  };
  return element("sheetViews", {}, element("sheetView", attributes, pane(freeze)));
}

/** Default sizes and the columns that differ. */
export function columns(sheet: SheetSnapshot, format: (style: Cell["s"]) => number): string {
  const defaults = element("sheetFormatPr", {
    defaultColWidth:
      sheet.defaultColumnWidth === undefined ? undefined : columnCharacters(sheet.defaultColumnWidth),
    defaultRowHeight: rowPoints(sheet.defaultRowHeight ?? 20),
  });
  const entries = Object.entries(sheet.columnData ?? {}).filter(
    ([, column]) => column.w || column.hd || column.s,
  );
  const cols = entries.map(([index, column]) => columnElement(Number(index), column, sheet, format));
  return defaults + (cols.length > 0 ? element("cols", {}, ...cols) : "");
}

/** The merged blocks. */
export function mergeCells({ mergeData = [] }: SheetSnapshot): string {
  return list(
    "mergeCells",
    mergeData.map((block) => element("mergeCell", { ref: formatBlock(block) })),
  );
}

function columnElement(
  index: number,
  { w, hd, s }: Column,
  sheet: SheetSnapshot,
  format: (style: Cell["s"]) => number,
): string {
  const width = columnCharacters(w ?? sheet.defaultColumnWidth ?? 64);
  const style = s ? format(s) || undefined : undefined;
  const place = index + 1;
  return element("col", {
    min: place,
    max: place,
    width,
    style,
    hidden: hd === 1 || undefined,
    customWidth: true,
  });
}

function pane(freeze: SheetSnapshot["freeze"]): string {
  const { xSplit = 0, ySplit = 0, startRow = 0, startColumn = 0 } = freeze ?? {};
  if (xSplit <= 0 && ySplit <= 0) return "";
  const activePane = xSplit > 0 ? (ySplit > 0 ? "bottomRight" : "topRight") : "bottomLeft";
  return element("pane", {
    xSplit: xSplit > 0 ? xSplit : undefined,
    ySplit: ySplit > 0 ? ySplit : undefined,
    topLeftCell: cellAddress(Math.max(0, startRow), Math.max(0, startColumn)),
    activePane,
    state: "frozen",
  });
}
