import type { ICellData, ICommandInfo, IDisposable, IExecutionOptions, IRange } from "@univerjs/presets";
import { localAddress } from "../grid/address.ts";
import { GRID_COLUMNS, GRID_ROWS } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { FORMAT_TRIGGER } from "../grid/write-cells.ts";
import { changeDetails, contentArea } from "./cell-change.ts";
import type { MutatedCells } from "./cell-change.ts";
import { EVENT, WORKBOOK_TARGET } from "./event-hub.ts";
import type { EventHub } from "./event-hub.ts";

interface MutationParams {
  unitId?: string;
  subUnitId?: string;
  cellValue?: MutatedCells;
  range?: IRange;
  ranges?: IRange[];
  trigger?: string;
}

/** Called with each change of cells, whoever made it and however. */
export type ChangeListener = (area: Area, changeType: string) => void;

/**
 * Raises Excel's events from what really happens in Univer, so that people working in its interface, undo, the
 * add-in and tests are all seen alike.
 */
export function watchMutations(book: Book, events: EventHub, onChange: ChangeListener): IDisposable {
  let before: ICellData | undefined;
  const watchers = [
    book.commands.beforeCommandExecuted((command) => {
      before = singleCellBefore(book, command);
    }),
    book.commands.onCommandExecuted((command, options) => {
      const params = ours(book, command);
      if (!params) return;
      const change = changeOf(book, command.id, params, options);
      if (change) report(book, events, change, before);
      if (change?.area) onChange(change.area, change.changeType);
      if (command.id.endsWith("row-hidden") || command.id.endsWith("row-visible"))
        reportHidden(book, events, command.id, params);
    }),
  ];
  return { dispose: () => watchers.forEach((watcher) => watcher.dispose()) };
}

interface Change {
  area: Area;
  changeType: string;
  /** `Excel.InsertDeleteCellsShiftDirection`. */
  direction?: string;
}

const SET_CELLS = "sheet.mutation.set-range-values";

const STRUCTURE: Record<string, string> = {
  "sheet.mutation.insert-row": "RowInserted",
  "sheet.mutation.remove-rows": "RowDeleted",
  "sheet.mutation.insert-col": "ColumnInserted",
  "sheet.mutation.remove-col": "ColumnDeleted",
};

function changeOf(
  book: Book,
  id: string,
  params: MutationParams,
  options: IExecutionOptions | undefined,
): Change | undefined {
  const sheetId = params.subUnitId ?? "";
  if (id === SET_CELLS && params.cellValue && !isCalculated(options) && params.trigger !== FORMAT_TRIGGER) {
    if (book.shifting) return shiftChange(book.shifting);
    const area = contentArea(sheetId, params.cellValue);
    return area && { area, changeType: "RangeEdited" };
  }
  const changeType = STRUCTURE[id];
  if (changeType && params.range)
    return { area: wholeLines(sheetId, params.range, id.includes("row")), changeType };
  if (id === "sheet.mutation.reorder-range" && params.range)
    return { area: areaOf(sheetId, params.range), changeType: "RangeEdited" };
  return undefined;
}

function shiftChange({ area, shift }: NonNullable<Book["shifting"]>): Change {
  const isInsertion = shift.kind === "insert";
  const [forward, back] = shift.axis === "row" ? ["Down", "Up"] : ["Right", "Left"];
  return {
    area,
    changeType: isInsertion ? "CellInserted" : "CellDeleted",
    direction: `ShiftCell${isInsertion ? forward : back}`,
  };
}

/** Univer writes formula results with a mutation too; Excel raises no change for them. */
const isCalculated = (options: IExecutionOptions | undefined): boolean =>
  Boolean(options?.fromFormula) || Boolean(options?.onlyLocal);

function report(
  book: Book,
  events: EventHub,
  { area, changeType, direction }: Change,
  before: ICellData | undefined,
): void {
  const isCell = changeType === "RangeEdited" && area.rows === 1 && area.columns === 1;
  const after = book.cells(area.sheetId)[area.row]?.[area.column];
  const args = {
    worksheetId: area.sheetId,
    address: localAddress(area),
    changeType,
    ...book.actor,
    shiftDirection: direction ?? "None",
    ...(isCell ? changeDetails(before, after) : {}),
  };
  events.raise(EVENT.changed, [area.sheetId, WORKBOOK_TARGET], args);
}

function reportHidden(book: Book, events: EventHub, id: string, params: MutationParams): void {
  const sheetId = params.subUnitId ?? "";
  for (const range of params.ranges ?? []) {
    const address = localAddress(wholeLines(sheetId, range, true));
    const changeType = id.endsWith("hidden") ? "Hidden" : "Unhidden";
    const args = { worksheetId: sheetId, address, changeType, source: book.actor.source };
    events.raise(EVENT.rowHiddenChanged, [sheetId, WORKBOOK_TARGET], args);
  }
}

/** The cell about to change, copied, when it is just one: Excel tells what was there. */
function singleCellBefore(book: Book, command: Readonly<ICommandInfo>): ICellData | undefined {
  const params = command.id === SET_CELLS ? ours(book, command) : undefined;
  const rows = Object.keys(params?.cellValue ?? {});
  const columns = Object.keys(params?.cellValue?.[Number(rows[0])] ?? {});
  if (!params?.subUnitId || rows.length !== 1 || columns.length !== 1) return undefined;
  const cell = book.cells(params.subUnitId)[Number(rows[0])]?.[Number(columns[0])];
  return cell && { ...cell };
}

function ours(book: Book, command: Readonly<ICommandInfo>): MutationParams | undefined {
  const params: MutationParams | undefined = command.params;
  return params?.unitId === book.unitId ? params : undefined;
}

const areaOf = (sheetId: string, range: IRange): Area => ({
  sheetId,
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

function wholeLines(sheetId: string, range: IRange, areRows: boolean): Area {
  const area = areaOf(sheetId, range);
  return areRows ? { ...area, column: 0, columns: GRID_COLUMNS } : { ...area, row: 0, rows: GRID_ROWS };
}
