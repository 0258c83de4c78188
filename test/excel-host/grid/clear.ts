import { followClear } from "../state/follow-clear.ts";
import { intersection } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import { emptyContent } from "./contents.ts";
import { usedArea } from "./used-area.ts";
import { writeCells } from "./write-cells.ts";

/** `Excel.ClearApplyTo`. */
export type ClearWhat = "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks";

/** Clears contents, formats or both, undoably; clearing all takes validations and marks away too, as Excel does. */
export function clearArea(book: Book, area: Area, what: ClearWhat): void {
  const used = usedArea(book, area.sheetId, { valuesOnly: false });
  const affected = used && intersection(used, area);
  if (affected && what !== "Hyperlinks" && what !== "RemoveHyperlinks")
    writeCells(book, area.sheetId, cleared(book, affected, what));
  if (what === "All" || what === "Formats")
    book.setState(followClear(book.state, area, what), { undoable: true });
}

function cleared(book: Book, area: Area, what: ClearWhat): CellMatrix {
  const cells = book.cells(area.sheetId);
  const matrix: CellMatrix = {};
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const line: CellMatrix[number] = {};
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = cells[row]?.[column];
      if (!cell) continue;
      if (what === "Contents") line[column] = { ...emptyContent };
      else if (what === "All") line[column] = null;
      else line[column] = { s: null };
    }
    matrix[row] = line;
  }
  return matrix;
}
