import { intersection, lastColumn, lastRow } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book, CellMatrix } from "../grid/book.ts";
import { writeCells } from "../grid/write-cells.ts";
import { mergesIn } from "../grid/merges.ts";
import { newColumns } from "./follow-shift.ts";
import type { State, TableState } from "./state.ts";
import { columnsFromCells, headerArea, overlapsTable, tableById, writeHeader } from "./tables.ts";

/** After cells changed: a header cell that says something new renames its column, which keeps its id. */
export function followHeaders(book: Book, edited: Area): void {
  for (const table of book.state.tables) {
    if (!intersection(headerArea(table), edited)) continue;
    const columns = columnsFromCells(book, table);
    if (columns.some(({ name }, index) => name !== table.columns[index]?.name)) {
      const tables = book.state.tables.map((other) =>
        other.id === table.id ? { ...other, columns } : other,
      );
      book.setState({ tables }, { undoable: false });
    }
    writeHeader(book, tableById(book, table.id));
  }
}

/**
 * After somebody typed or pasted: a table takes in the rows right below it, also those of a block that began inside it,
 * or the columns right beside it, with the
 * formats, validations and marks of its last row, as Excel's AutoCorrect has it. A row of totals prevents it.
 */
export function growTables(book: Book, edited: Area): void {
  for (const table of book.state.tables) {
    const grown = grownArea(table, edited);
    if (!grown || conflicts(book, grown, table)) continue;
    const columns = [...table.columns, ...newColumns(table.columns, grown.columns - table.area.columns)];
    const tables = book.state.tables.map((other) =>
      other.id === table.id ? { ...other, area: grown, columns } : other,
    );
    const added = { ...grown, row: lastRow(table.area) + 1, rows: grown.rows - table.area.rows };
    book.setState({ tables, ...(added.rows ? extended(book.state, table, added) : {}) }, { undoable: true });
    if (added.rows) copyFormats(book, table, added);
    if (grown.columns > table.area.columns) followHeaders(book, headerArea(tableById(book, table.id)));
  }
}

function grownArea({ area, showTotals }: TableState, edited: Area): Area | undefined {
  if (edited.sheetId !== area.sheetId) return undefined;
  const overflows =
    edited.row > area.row && edited.row <= lastRow(area) + 1 && lastRow(edited) > lastRow(area);
  const below = overflows && edited.column >= area.column && lastColumn(edited) <= lastColumn(area);
  if (below && !showTotals) return { ...area, rows: lastRow(edited) - area.row + 1 };
  const beside =
    edited.column === lastColumn(area) + 1 && edited.row >= area.row && lastRow(edited) <= lastRow(area);
  return beside ? { ...area, columns: area.columns + edited.columns } : undefined;
}

const conflicts = (book: Book, grown: Area, table: TableState): boolean =>
  mergesIn(book, grown).length > 0 || overlapsTable(book, grown, table.id);

/** Validations and marks that reach the last row of the body reach the new rows as well. */
function extended(state: State, table: TableState, added: Area): Partial<State> {
  const last = lastRow(table.area);
  const reach = (area: Area): Area => {
    const shared = intersection(area, { ...table.area, row: last, rows: 1 });
    return shared && lastRow(area) === last ? { ...area, rows: area.rows + added.rows } : area;
  };
  return {
    validations: state.validations.map((validation) => ({ ...validation, area: reach(validation.area) })),
    conditionalFormats: state.conditionalFormats.map((format) => ({
      ...format,
      areas: format.areas.map(reach),
    })),
  };
}

/** Gives the new rows the formats of the last old one, over those that came with what was typed. */
function copyFormats(book: Book, table: TableState, added: Area): void {
  if (table.area.rows < 2) return;
  const cells = book.cells(added.sheetId);
  const model = cells[lastRow(table.area)] ?? {};
  const matrix: CellMatrix = {};
  for (let row = added.row; row <= lastRow(added); row += 1) {
    const line: CellMatrix[number] = {};
    for (let column = added.column; column <= lastColumn(added); column += 1) {
      const style = model[column]?.s;
      if (style) line[column] = { s: style };
    }
    matrix[row] = line;
  }
  writeCells(book, added.sheetId, matrix);
}
