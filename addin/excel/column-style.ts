import { setNumberFormat } from "./number-format.ts";
import { isTyped } from "../../shared/model/column.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Dropdown } from "./dropdowns.ts";
import { alignments, colors } from "./style.ts";

/** Longest title and text that Excel shows beside a selected cell. */
const promptTitle = 32;
const promptText = 255;

/** Gives cells of a column its number format and alignment. */
export function alignColumnCells(sheet: Sheet, key: string, cells: Excel.Range): void {
  const { numberFormat, align } = columnOf(sheet, key).kind.layout;
  setNumberFormat(cells, numberFormat);
  cells.format.horizontalAlignment = alignments[align];
}

/** Gives some rows of a column its number format, alignment, dropdown and prompt; a computed one is grey. */
export function styleColumnCells(
  sheet: Sheet,
  key: string,
  cells: Excel.Range,
  dropdown: Dropdown | undefined,
): void {
  const column = columnOf(sheet, key);
  alignColumnCells(sheet, key, cells);
  if (!isTyped(column)) {
    cells.format.fill.color = colors.computed;
    cells.format.font.color = colors.quietText;
    return;
  }
  if (dropdown) offer(cells, dropdown);
  if (column.hint !== undefined) {
    const title = column.label.slice(0, promptTitle);
    cells.dataValidation.prompt = { showPrompt: true, title, message: column.hint.slice(0, promptText) };
  }
}

/** A dropdown that offers and never refuses: other words for an option are understood, and mistakes are marked. */
function offer(cells: Excel.Range, dropdown: Dropdown): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: dropdown } };
  cells.dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
}

/** Width of a column in characters: the definition's, else its kind's, and never less than its longest header word. */
export function columnWidth(sheet: Sheet, key: string): number {
  const { width, kind, label } = columnOf(sheet, key);
  const longestWord = Math.max(...label.split(" ").map((word) => word.length));
  return Math.max(width ?? kind.layout.width, longestWord + 3);
}

/** The options of each column that offers some. */
export function optionsByColumn(
  sheet: Sheet,
  keys: Iterable<string>,
  context: Context,
): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, readonly string[]>();
  for (const key of keys) {
    const column = columnOf(sheet, key);
    const offered = isTyped(column) ? column.kind.options?.(context) : undefined;
    if (offered && offered.length > 0) options.set(key, offered);
  }
  return options;
}
