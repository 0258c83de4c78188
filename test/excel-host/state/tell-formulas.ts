import { absoluteCells, fullAddress } from "../grid/address.ts";
import { lastColumn, lastRow } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import type { NameState, State, TableState } from "./state.ts";

/** Tells Univer's formulas which names and tables there are, whenever those change. */
export function tellFormulas(book: Book, before: State, after: State): void {
  if (before.names !== after.names) tellNames(book, before.names, after.names);
  if (before.tables !== after.tables) tellTables(book, before.tables, after.tables);
}

/** Univer's word for names that belong to no sheet. */
const ALL_SHEETS = "AllDefaultWorkbook";

function tellNames(book: Book, before: readonly NameState[], after: readonly NameState[]): void {
  for (const gone of before.filter((name) => !after.includes(name)))
    execute(book, "formula.mutation.remove-defined-name", { id: keyOf(gone), name: gone.name });
  for (const name of after.filter((item) => !before.includes(item)))
    execute(book, "formula.mutation.set-defined-name", {
      id: keyOf(name),
      name: name.name,
      formulaOrRefString: meaningOf(book, name),
      localSheetId: name.sheetId ?? ALL_SHEETS,
      comment: name.comment,
      hidden: !name.visible,
    });
}

const keyOf = ({ name, sheetId }: NameState): string => `${sheetId ?? ""}!${name.toLowerCase()}`;

function meaningOf(book: Book, { area, formula }: NameState): string {
  const sheet = area && book.workbook.getSheetBySheetId(area.sheetId);
  return sheet ? fullAddress(sheet.getName(), area).replace(/[^!]*$/, absoluteCells(area)) : formula;
}

function tellTables(book: Book, before: readonly TableState[], after: readonly TableState[]): void {
  for (const gone of before.filter((table) => !after.some(({ name }) => name === table.name)))
    execute(book, "formula.mutation.remove-super-table", { tableName: gone.name });
  for (const table of after.filter((item) => !before.includes(item)))
    execute(book, "formula.mutation.set-super-table", {
      tableName: table.name,
      reference: referenceOf(table),
    });
}

function referenceOf({ area, columns }: TableState): object {
  const range = {
    startRow: area.row,
    endRow: lastRow(area),
    startColumn: area.column,
    endColumn: lastColumn(area),
  };
  return { sheetId: area.sheetId, range, titleMap: new Map(columns.map(({ name }, index) => [name, index])) };
}

const execute = (book: Book, id: string, params: object): void =>
  void book.commands.syncExecuteCommand(id, { unitId: book.unitId, ...params });
