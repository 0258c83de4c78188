import { expect } from "vitest";
import { columnLetters } from "../../excel-host/grid/address.ts";
import type { Cell } from "../../../shared/model/value.ts";
import type { DeskPage } from "../support/desk-page.ts";

/** An Excel table as Office.js reads it. */
export interface SheetTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly worksheet: string;
  /** Address of a cell in its worksheet: the row counts from 0, the column is named by its header. */
  address(row: number, header: string): string;
}

export interface TableRow {
  /** Its number in the worksheet. */
  readonly number: number;
  /** By header. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** What is to be read in the cells, by header. */
  readonly shown: Readonly<Record<string, string>>;
}

export async function readTable({ pane }: DeskPage, name: string): Promise<SheetTable> {
  const { values, text, top, left, worksheet } = await pane.evaluate(
    (table) =>
      Excel.run(async (context) => {
        const range = context.workbook.tables.getItem(table).getRange();
        range.load({
          values: true,
          text: true,
          rowIndex: true,
          columnIndex: true,
          worksheet: { name: true },
        });
        await context.sync();
        const { rowIndex, columnIndex } = range;
        const cells = range.values as Cell[][];
        return {
          values: cells,
          text: range.text,
          top: rowIndex,
          left: columnIndex,
          worksheet: range.worksheet.name,
        };
      }),
    name,
  );
  const [first = [], ...body] = values;
  const headers = first.map(String);
  return {
    headers,
    worksheet,
    rows: body.map((cells, at) => ({
      number: top + at + 2,
      cells: byHeader(headers, cells),
      shown: byHeader(headers, text[at + 1] ?? []),
    })),
    address(row, header) {
      expect(headers).toContain(header);
      return `${columnLetters(left + headers.indexOf(header))}${top + row + 2}`;
    },
  };
}

const byHeader = <T>(headers: readonly string[], cells: readonly T[]): Readonly<Record<string, T | "">> =>
  Object.fromEntries(headers.map((header, column) => [header, cells[column] ?? ""]));

/** The cells of a column, from the first row to the last. */
export const columnCells = ({ rows }: SheetTable, header: string): readonly Cell[] =>
  rows.map(({ cells }) => cells[header] ?? "");
