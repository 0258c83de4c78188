import type { ICommandInfo, IDisposable, IMutationInfo, IRange } from "@univerjs/presets";
import type { Book } from "../grid/book.ts";
import type { Shift } from "../grid/shift.ts";
import { followShift } from "./follow-shift.ts";
import type { TableState } from "./state.ts";
import { tableById } from "./tables.ts";

/** The commands that people use in Univer's interface, and that the model announces for its own changes. */
export const STRUCTURE_COMMAND = {
  insertRow: "sheet.command.insert-row",
  removeRow: "sheet.command.remove-row",
  insertColumn: "sheet.command.insert-col",
  removeColumn: "sheet.command.remove-col",
} as const;

interface StructureParams {
  range?: IRange;
  unitId?: string;
  subUnitId?: string;
}

const NOTHING: { redos: IMutationInfo[]; undos: IMutationInfo[] } = { redos: [], undos: [] };

/** Moves tables, names, validations and marks along with the cells, as part of the same undo step. */
export function followStructure(book: Book): IDisposable {
  const interceptors = book.injector.get(book.parts.SheetInterceptorService);
  return interceptors.interceptCommand({
    getMutations: (command) => {
      const shift = shiftOf(book, command);
      if (!shift) return NOTHING;
      const after = followShift(book.state, shift);
      const { redo, undo } = book.stateMutation(after);
      return { redos: [redo, ...newHeaders(book, after.tables ?? [])], undos: [undo] };
    },
  });
}

/** Puts the names of columns that were not there before into their header cells. */
function newHeaders(book: Book, tables: readonly TableState[]): IMutationInfo[] {
  return tables.flatMap(({ id, area, columns }) => {
    const known = new Set(tableById(book, id).columns.map((column) => column.id));
    const added = columns.flatMap((column, index) =>
      known.has(column.id) ? [] : [{ ...column, at: area.column + index }],
    );
    if (!added.length) return [];
    const line = Object.fromEntries(added.map(({ name, at }) => [at, { v: name, t: 1 }]));
    const params = { unitId: book.unitId, subUnitId: area.sheetId, cellValue: { [area.row]: line } };
    return [{ id: "sheet.mutation.set-range-values", params }];
  });
}

function shiftOf(book: Book, { id, params }: ICommandInfo): Shift | undefined {
  const { range, unitId = book.unitId, subUnitId }: StructureParams = params ?? {};
  if (!range || unitId !== book.unitId) return undefined;
  const sheetId = subUnitId ?? book.workbook.getActiveSheet()?.getSheetId() ?? "";
  const rows = {
    axis: "row" as const,
    sheetId,
    at: range.startRow,
    count: range.endRow - range.startRow + 1,
  };
  const columns = {
    axis: "column" as const,
    sheetId,
    at: range.startColumn,
    count: range.endColumn - range.startColumn + 1,
  };
  if (id === STRUCTURE_COMMAND.insertRow) return { kind: "insert", ...rows };
  if (id === STRUCTURE_COMMAND.removeRow) return { kind: "remove", ...rows };
  if (id === STRUCTURE_COMMAND.insertColumn) return { kind: "insert", ...columns };
  if (id === STRUCTURE_COMMAND.removeColumn) return { kind: "remove", ...columns };
  return undefined;
}
