import { parseAddress } from "../grid/address.ts";
import { GRID_COLUMNS, GRID_ROWS, bounding, intersection, lastColumn, lastRow } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { shifted } from "../grid/shift.ts";
import type { Shift } from "../grid/shift.ts";
import { usedArea } from "../grid/used-area.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument, invalidObjectPath, itemNotFound } from "../protocol/host-error.ts";
import { sessionOf } from "./session.ts";
import type { Session } from "./session.ts";

export const areaOf = Symbol("area");
export const followShift = Symbol("followShift");
export const rangeAt = Symbol("rangeAt");

/** The part of `Excel.Range` that leads from cells to other cells. */
export abstract class RangeNavigation extends ExcelObject {
  readonly [sessionOf]: Session;
  #area: Area | undefined;

  constructor(session: Session, area: Area) {
    super();
    this[sessionOf] = session;
    this.#area = area;
  }

  /** A range of other cells, checked to lie on Excel's grid. */
  abstract [rangeAt](area: Area): RangeNavigation;

  /** The cells meant; `InvalidObjectPath` once they were deleted. */
  get [areaOf](): Area {
    if (!this.#area) throw invalidObjectPath("the cells of the range were deleted");
    this[sessionOf].book.sheet(this.#area.sheetId);
    return this.#area;
  }

  /** Moves a kept range along when rows or columns are inserted or removed. */
  [followShift](shift: Shift): void {
    this.#area = this.#area && shifted(this.#area, shift);
  }

  getCell(row: number, column: number): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
  }

  getRow(row: number): RangeNavigation {
    const area = this[areaOf];
    if (row < 0 || row >= area.rows) throw invalidArgument(`row ${row}`);
    return this.#at({ ...area, row: area.row + row, rows: 1 });
  }

  getColumn(column: number): RangeNavigation {
    const area = this[areaOf];
    if (column < 0 || column >= area.columns) throw invalidArgument(`column ${column}`);
    return this.#at({ ...area, column: area.column + column, columns: 1 });
  }

  getLastCell(): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: lastRow(area), column: lastColumn(area), rows: 1, columns: 1 });
  }

  getLastRow(): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: lastRow(area), rows: 1 });
  }

  getLastColumn(): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, column: lastColumn(area), columns: 1 });
  }

  getEntireRow(): RangeNavigation {
    return this.#at({ ...this[areaOf], column: 0, columns: GRID_COLUMNS });
  }

  getEntireColumn(): RangeNavigation {
    return this.#at({ ...this[areaOf], row: 0, rows: GRID_ROWS });
  }

  getOffsetRange(rowOffset: number, columnOffset: number): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: area.row + rowOffset, column: area.column + columnOffset });
  }

  getResizedRange(deltaRows: number, deltaColumns: number): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, rows: area.rows + deltaRows, columns: area.columns + deltaColumns });
  }

  getAbsoluteResizedRange(rows: number, columns: number): RangeNavigation {
    return this.#at({ ...this[areaOf], rows, columns });
  }

  getRowsAbove(count = 1): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: area.row - count, rows: count });
  }

  getRowsBelow(count = 1): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, row: lastRow(area) + 1, rows: count });
  }

  getColumnsBefore(count = 1): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, column: area.column - count, columns: count });
  }

  getColumnsAfter(count = 1): RangeNavigation {
    const area = this[areaOf];
    return this.#at({ ...area, column: lastColumn(area) + 1, columns: count });
  }

  getBoundingRect(other: RangeNavigation | string): RangeNavigation {
    return this.#at(bounding(this[areaOf], this.#other(other)));
  }

  getIntersection(other: RangeNavigation | string): RangeNavigation {
    const found = this.getIntersectionOrNullObject(other);
    if (!found) throw itemNotFound("the ranges share no cell");
    return found;
  }

  getIntersectionOrNullObject(other: RangeNavigation | string): RangeNavigation | null {
    const shared = intersection(this[areaOf], this.#other(other));
    return shared ? this.#at(shared) : null;
  }

  getUsedRange(valuesOnly = false): RangeNavigation {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly = false): RangeNavigation | null {
    const area = this[areaOf];
    const used = usedArea(this[sessionOf].book, area.sheetId, { valuesOnly, inside: area });
    return used ? this.#at(used) : null;
  }

  #at(area: Area): RangeNavigation {
    return this[rangeAt](area);
  }

  #other(other: RangeNavigation | string): Area {
    if (typeof other !== "string") return other[areaOf];
    const parsed = parseAddress(other);
    if (!parsed) throw invalidArgument(`address ${other}`);
    return { ...parsed, sheetId: this[areaOf].sheetId };
  }
}

/** The same area, when it lies on Excel's grid; `InvalidArgument` otherwise. */
export function onGrid({ sheetId, row, column, rows, columns }: Area): Area {
  const area = { sheetId, row, column, rows, columns };
  const areWhole = [row, column, rows, columns].every(Number.isInteger);
  const fits =
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    lastRow(area) < GRID_ROWS &&
    lastColumn(area) < GRID_COLUMNS;
  if (!areWhole || !fits) throw invalidArgument("the cells lie outside the sheet");
  return area;
}
