import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { readBlock, valueOf } from "../grid/contents.ts";
import type { CellValue } from "../grid/contents.ts";
import { displayedBlock } from "../grid/format.ts";
import { hideLines } from "../grid/lines.ts";
import type { FilterState, TableState } from "./state.ts";
import { bodyArea, changeTable, columnArea, isFiltered } from "./tables.ts";

/** Filters a table: the body's rows that any column's filter keeps out are hidden, the others shown; undoably. */
export function applyFilters(book: Book, table: TableState, filters: TableState["filters"]): void {
  const body = bodyArea(table);
  const rows = Array.from({ length: body.rows }, (_, index) => body.row + index);
  const keeps = rows.map(() => true);
  table.columns.forEach(({ id }, index) => {
    const filter = filters[id];
    if (filter)
      passes(book, columnArea(table, index), filter).forEach((passed, row) => (keeps[row] &&= passed));
  });
  const shown = rows.filter((_, index) => keeps[index]);
  const hidden = rows.filter((_, index) => !keeps[index]);
  hideLines(book, body.sheetId, "row", shown, false);
  hideLines(book, body.sheetId, "row", hidden, true);
  changeTable(book, table.id, { filters });
}

/** Shows every row again. */
export function clearFilters(book: Book, table: TableState): void {
  if (isFiltered(table)) applyFilters(book, table, {});
}

/** Which cells of one column a filter lets through. */
export function passes(book: Book, area: Area, filter: FilterState): boolean[] {
  if (filter.filterOn === "Values") {
    const allowed = new Set((filter.values ?? []).map((value) => value.toLowerCase()));
    return displayedBlock(book, area).map(([text = ""]) => allowed.has(text.toLowerCase()));
  }
  const first = criterion(filter.criterion1 ?? "");
  const second = filter.criterion2 === undefined ? undefined : criterion(filter.criterion2);
  const both = filter.operator !== "Or";
  return readBlock(book, area, valueOf).map(([value = ""]) => {
    if (!second) return first(value);
    return both ? first(value) && second(value) : first(value) || second(value);
  });
}

/** `>5`, `<>`, `=abc*`: a comparison as Excel writes it in custom filters. */
function criterion(text: string): (value: CellValue) => boolean {
  const [, operator = "=", operand = ""] = /^(<>|>=|<=|>|<|=)?(.*)$/s.exec(text) ?? [];
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "=" || operator === "<>") {
    const matches = matcher(operand, number);
    return (value) => matches(value) === (operator === "=");
  }
  return (value) => {
    if (typeof value === "number" && !Number.isNaN(number)) return ordered(value - number, operator);
    if (typeof value === "string" && Number.isNaN(number))
      return ordered(value.localeCompare(operand, "es"), operator);
    return false;
  };
}

function matcher(operand: string, number: number): (value: CellValue) => boolean {
  const pattern = operand
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const wildcard = new RegExp(`^${pattern}$`, "is");
  return (value) =>
    typeof value === "number" && !Number.isNaN(number) ? value === number : wildcard.test(String(value));
}

function ordered(difference: number, operator: string): boolean {
  if (operator === ">") return difference > 0;
  if (operator === ">=") return difference >= 0;
  return operator === "<" ? difference < 0 : difference <= 0;
}
