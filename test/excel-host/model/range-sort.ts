import { localAddress } from "../grid/address.ts";
import type { Area } from "../grid/area.ts";
import { requireUnlocked } from "../grid/enter-values.ts";
import { sortRows } from "../grid/sort.ts";
import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { areaOf } from "./range-navigation.ts";
import type { Range } from "./range.ts";
import type { Session } from "./session.ts";

export interface SortField {
  key: number;
  ascending?: boolean;
}

/** `Excel.RangeSort`. */
export class RangeSort extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  apply(fields: SortField[], _matchCase = false, hasHeaders = false, orientation = "Rows"): void {
    if (orientation !== "Rows") throw invalidArgument("only rows are sorted here");
    const area = this.#range[areaOf];
    sortArea(this.#session, hasHeaders ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area, fields);
  }
}

/** Sorts an area by fields as Office.js gives them and raises the sort event. */
export function sortArea(session: Session, area: Area, fields: readonly SortField[]): void {
  requireUnlocked(session.book, area);
  if (fields.some(({ key }) => key < 0 || key >= area.columns)) throw invalidArgument("sort key");
  sortRows(
    session.book,
    area,
    fields.map(({ key, ascending = true }) => ({ column: key, ascending })),
  );
  const args = { worksheetId: area.sheetId, address: localAddress(area), source: session.book.actor.source };
  session.events.raise(EVENT.rowSorted, [area.sheetId, WORKBOOK_TARGET], args);
}
