import type { ChangeListener } from "../events/watch-mutations.ts";
import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { localAddress } from "../grid/address.ts";
import { intersection } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Shift } from "../grid/shift.ts";
import { RangeNavigation, followShift } from "../model/range-navigation.ts";
import type { Session } from "../model/session.ts";
import { followHeaders, growTables } from "./follow-edits.ts";

/** What else happens when cells change, whoever changed them: tables follow, kept ranges move along, tables tell. */
export function followChanges(session: Session, options: { tablesGrowUnderAddin?: boolean }): ChangeListener {
  const { book } = session;
  return (area, changeType) => {
    const shift = book.shifting?.shift ?? shiftOf(area, changeType);
    if (shift) {
      for (const kept of session.references.all())
        if (kept instanceof RangeNavigation) kept[followShift](shift);
      return;
    }
    raiseTableChanges(session, area, changeType);
    if (book.isUndoing) return;
    if (options.tablesGrowUnderAddin || book.actor.triggerSource !== "ThisLocalAddin") growTables(book, area);
    followHeaders(book, area);
  };
}

function shiftOf(area: Area, changeType: string): Shift | undefined {
  const [, line, what] = /^(Row|Column)(Inserted|Deleted)$/.exec(changeType) ?? [];
  if (!line) return undefined;
  const isRow = line === "Row";
  return {
    kind: what === "Inserted" ? "insert" : "remove",
    axis: isRow ? "row" : "column",
    sheetId: area.sheetId,
    at: isRow ? area.row : area.column,
    count: isRow ? area.rows : area.columns,
  };
}

function raiseTableChanges({ book, events }: Session, area: Area, changeType: string): void {
  for (const table of book.state.tables) {
    const shared = intersection(table.area, area);
    if (!shared) continue;
    const args = {
      tableId: table.id,
      worksheetId: area.sheetId,
      address: localAddress(shared),
      changeType,
      source: book.actor.source,
    };
    events.raise(EVENT.tableChanged, [table.id, area.sheetId, WORKBOOK_TARGET], args);
  }
}
