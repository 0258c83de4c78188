import type { Frame } from "playwright-core";

/** Where a cell lies on the page, in pixels. */
export interface CellPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a cell that is in sight lies now, frozen and scrolled lines considered. */
export async function cellPlace(frame: Frame, address: string): Promise<CellPlace> {
  const canvas = frame.locator('#sheet canvas[id^="univer-sheet-main-canvas"]');
  const place = await frame.evaluate((range) => {
    const sheet = window.desk?.api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return undefined;
    const { row, column, rect } = cellAt(range);
    const { ySplit, xSplit } = sheet.getFreeze();
    const { sheetViewStartRow: top, sheetViewStartColumn: left, offsetX, offsetY } = sheet.getScrollState();
    // Beyond the frozen lines the sheet may be scrolled: as far as this cell lies from the first of all.
    const [seen, origin] = [rectOf(top, left), rectOf(0, 0)];
    return {
      left: rect.x - (column < xSplit ? 0 : seen.x - origin.x + offsetX),
      top: rect.y - (row < ySplit ? 0 : seen.y - origin.y + offsetY),
      width: rect.width,
      height: rect.height,
    };

    function cellAt(cell: string) {
      const found = sheet?.getRange(cell);
      if (!found) throw new Error(`There is no cell ${cell}`);
      return { row: found.getRow(), column: found.getColumn(), rect: found.getCellRect() };
    }
    function rectOf(cellRow: number, cellColumn: number): DOMRect {
      const found = sheet?.getRange(Math.max(0, cellRow), Math.max(0, cellColumn));
      if (!found) throw new Error("The sheet is gone");
      return found.getCellRect();
    }
  }, address);
  const box = await canvas.boundingBox();
  if (!place || !box) throw new Error(`The cell ${address} is not in sight`);
  return { ...place, left: box.x + place.left, top: box.y + place.top };
}
