import type { ICellData } from "@univerjs/presets";
import { intersection, type Area } from "../grid/area.ts";
import type { Book, CellMatrix } from "../grid/book.ts";
import { emptyContent } from "../grid/contents.ts";
import { requireUnlocked } from "../grid/enter-values.ts";
import { shiftedFormula } from "../grid/shift-formula.ts";
import { writeCells } from "../grid/write-cells.ts";
import { absolute } from "../model/named-items.ts";
import type { NameState } from "../state/state.ts";

/** Copies cells with content and format to where the first one is told to go. Relative references move along. */
export function copyCells(book: Book, from: Area, to: Area): void {
  const target = { ...to, rows: from.rows, columns: from.columns };
  requireUnlocked(book, target);
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  writeCells(
    book,
    to.sheetId,
    matrixOf(book, from, target, (cell) => copyOf(cell, rows, columns)),
  );
}

/** Cuts cells and pastes them elsewhere. */
export function moveCells(book: Book, from: Area, to: Area): void {
  const target = { ...to, rows: from.rows, columns: from.columns };
  requireUnlocked(book, from);
  requireUnlocked(book, target);
  const moved = matrixOf(book, from, target, (cell) => copyOf(cell, 0, 0));
  writeCells(
    book,
    from.sheetId,
    matrixOf(book, from, from, () => null),
  );
  writeCells(book, to.sheetId, moved);
  moveNames(book, from, target);
}

/** Names of cells that were all cut go along. */
function moveNames(book: Book, from: Area, target: Area): void {
  const isCut = ({ area }: NameState) =>
    area !== undefined && area.sheetId === from.sheetId && isSame(intersection(area, from), area);
  if (!book.state.names.some(isCut)) return;
  const names = book.state.names.map((name) => {
    if (!name.area || !isCut(name)) return name;
    const row = name.area.row + target.row - from.row;
    const column = name.area.column + target.column - from.column;
    const area = { ...name.area, sheetId: target.sheetId, row, column };
    return { ...name, area, formula: `=${absolute(book, area)}` };
  });
  book.setState({ names }, { undoable: true });
}

const isSame = (one: Area | undefined, other: Area): boolean =>
  one?.rows === other.rows && one.columns === other.columns;

function matrixOf(
  book: Book,
  from: Area,
  target: Area,
  cellFor: (cell: ICellData | undefined) => ICellData | null,
): CellMatrix {
  const cells = book.cells(from.sheetId);
  const matrix: CellMatrix = {};
  for (let row = 0; row < from.rows; row += 1) {
    const line: CellMatrix[number] = {};
    for (let column = 0; column < from.columns; column += 1)
      line[target.column + column] = cellFor(cells[from.row + row]?.[from.column + column]);
    matrix[target.row + row] = line;
  }
  return matrix;
}

function copyOf(cell: ICellData | undefined, rows: number, columns: number): ICellData | null {
  if (!cell) return null;
  const copy = { ...emptyContent, ...cell };
  return cell.f ? { ...copy, f: shiftedFormula(cell.f, rows, columns) } : copy;
}
