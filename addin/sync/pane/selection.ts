import { columnIndexOf } from "../../../shared/text/column-letters.ts";
import { firstCellOf, matrixPlaceAt } from "../../excel/link-layout.ts";
import type { LinkState } from "../link-state.ts";
import type { PaneState } from "../session.ts";

/** The linked row, or the record of a matrix, and the column that a selection begins in. */
export function selectionIn(
  links: Iterable<LinkState>,
  worksheetId: string,
  address: string,
): PaneState["selection"] {
  const cell = firstCellOf(address);
  if (!cell) return null;
  for (const { link, shape } of links) {
    if (!shape || shape.worksheetId !== worksheetId) continue;
    if (shape.matrix) {
      const place = matrixPlaceAt(shape, cell.row - 1, columnIndexOf(cell.column));
      if (!place) continue;
      return { link: link.id, row: cell.row, ...place };
    }
    const firstRow = shape.top + 2;
    const isRow = cell.row >= firstRow && cell.row < firstRow + shape.rows;
    const at = columnIndexOf(cell.column);
    if (!isRow || at < shape.left || at >= shape.left + shape.width) continue;
    const column = [...shape.columns].find(([, index]) => index === at)?.[0] ?? null;
    return { link: link.id, row: cell.row, position: cell.row - firstRow, column };
  }
  return null;
}
