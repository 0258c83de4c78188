import type { ICellData, IStyleData } from "@univerjs/presets";
import type { Book, CellMatrix, Cells } from "./book.ts";
import { emptyContent } from "./contents.ts";

/** Univer does not calculate after changes that say they come of this command. */
export const FORMAT_TRIGGER = "sheet.command.set-style";
/** Univer looks for shared formulas in all sheets on every change but those of this command: quadratic in large writes. */
const NO_FORMULA_TRIGGER = "sheet.command.set-range-custom-metadata";

const SET_CELLS = "sheet.mutation.set-range-values";

/** Writes cells of one sheet at once, undoably. Cells given as null lose content and format. */
export function writeCells(book: Book, sheetId: string, cellValue: CellMatrix): void {
  const target = { unitId: book.unitId, subUnitId: sheetId };
  const survey = surveyOf(book, book.cells(sheetId), cellValue);
  growSheet(book, sheetId, survey);
  const trigger = triggerFor(survey);
  book.execute(
    [{ id: SET_CELLS, params: { ...target, cellValue, ...(trigger ? { trigger } : {}) } }],
    [{ id: SET_CELLS, params: { ...target, cellValue: survey.restore, ...(trigger ? { trigger } : {}) } }],
  );
}

function triggerFor({ formatsOnly, touchesFormula }: Survey): string | undefined {
  if (formatsOnly) return FORMAT_TRIGGER;
  return touchesFormula ? undefined : NO_FORMULA_TRIGGER;
}

/** What one look at the cells to write tells; one, because there may be hundreds of thousands. */
interface Survey {
  /** The cells that bring everything back as it was. */
  restore: CellMatrix;
  bottom: number;
  right: number;
  formatsOnly: boolean;
  /** Whether any cell holds a formula, before or after. */
  touchesFormula: boolean;
}

function surveyOf(book: Book, cells: Cells, cellValue: CellMatrix): Survey {
  const survey: Survey = { restore: {}, bottom: -1, right: -1, formatsOnly: true, touchesFormula: false };
  const restoredStyle = styleRestorer(book);
  for (const rowKey in cellValue) {
    const row = Number(rowKey);
    const restored: CellMatrix[number] = {};
    survey.bottom = Math.max(survey.bottom, row);
    for (const columnKey in cellValue[row]) {
      const column = Number(columnKey);
      const cell = cellValue[row]?.[column];
      const old = cells[row]?.[column];
      if (column > survey.right) survey.right = column;
      if (!cell || "v" in cell || "f" in cell) survey.formatsOnly = false;
      if (cell?.f || old?.f || old?.si) survey.touchesFormula = true;
      restored[column] = restoredCell(cell, old, restoredStyle);
    }
    survey.restore[row] = restored;
  }
  return survey;
}

type StyleRestorer = (patch: ICellData["s"], old: ICellData["s"]) => IStyleData | string | null;

/** The cell that undoes writing one over another. */
function restoredCell(
  cell: ICellData | null | undefined,
  old: ICellData | undefined,
  restoredStyle: StyleRestorer,
): ICellData | null {
  if (!cell) return old ? { ...old } : null;
  const style = "s" in cell ? restoredStyle(cell.s, old?.s) : undefined;
  if (!("v" in cell) && !("f" in cell)) return style === undefined ? {} : { s: style };
  const { s: _style, ...content } = old ?? {};
  return style === undefined ? { ...emptyContent, ...content } : { ...emptyContent, ...content, s: style };
}

/** Styles merge when they are written: undoing one sets what it set back to what was there. Few differ, so they are kept. */
function styleRestorer(book: Book): StyleRestorer {
  const styles = book.workbook.getStyles();
  const known = new Map<unknown, Map<unknown, IStyleData | string | null>>();
  return (patch, old) => {
    if (!patch) return old ?? null;
    const forPatch = known.get(patch) ?? new Map<unknown, IStyleData | string | null>();
    known.set(patch, forPatch);
    const found = forPatch.get(old ?? null);
    if (found !== undefined) return found;
    const before = (typeof old === "string" ? styles.get(old) : old) ?? {};
    const after = (typeof patch === "string" ? styles.get(patch) : patch) ?? {};
    const inverse = inverseStyle(before, after);
    forPatch.set(old ?? null, inverse);
    return inverse;
  };
}

function inverseStyle(before: IStyleData, patch: IStyleData): IStyleData {
  const keys = Object.keys(patch);
  const known: Record<string, unknown> = { ...before };
  const inverse: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, known[key] ?? null]));
  if (patch.bd) {
    const sides: Record<string, unknown> = { ...before.bd };
    inverse.bd = Object.fromEntries(Object.keys(patch.bd).map((side) => [side, sides[side] ?? null]));
  }
  return inverse;
}

/** Univer's sheets have a size of their own; Excel's grid never ends where one writes. */
function growSheet(book: Book, sheetId: string, { bottom, right }: Survey): void {
  const sheet = book.sheet(sheetId);
  const target = { unitId: book.unitId, subUnitId: sheetId };
  if (bottom >= sheet.getRowCount()) {
    const params = { ...target, rowCount: bottom + 101 };
    book.commands.syncExecuteCommand("sheet.mutation.set-worksheet-row-count", params);
  }
  if (right >= sheet.getColumnCount()) {
    const params = { ...target, columnCount: right + 11 };
    book.commands.syncExecuteCommand("sheet.mutation.set-worksheet-column-count", params);
  }
}
