import {
  canVerify,
  canWriteWholeRows,
  mayTouch,
  readableColumns,
  type Person,
} from "../../shared/model/access.ts";
import { datedRowLabel } from "../../shared/model/row-label.ts";
import { placeAt, rowNumberAt, type LinkShape } from "../excel/link-layout.ts";
import { cellsOfAddress, rowsOfAddress } from "../excel/spans.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { readerFor, type LinkState, type Reader } from "./link-state.ts";
import type { ChosenRow, ChosenRows, ReturnedRow } from "./status-session.ts";

/** What is selected, and which of its rows are seen; all of them until that is known. */
export interface Selected {
  readonly worksheetId: string;
  readonly address: string;
  /** Rows of the worksheet, from 0. */
  readonly visible: ReadonlySet<number> | null;
}

/** The rows of a linked list in a selection, or the months of a matrix. */
export function chosenRows(
  links: Iterable<LinkState>,
  { worksheetId, address, visible }: Selected,
  person: Person,
): ChosenRows | null {
  for (const state of links) {
    const { link, sheet, shape } = state;
    if (!shape || shape.worksheetId !== worksheetId) continue;
    const isIn = isInAddress(address, shape);
    const rows = state.rows
      .filter(({ position }) => isIn(position) && (visible?.has(rowNumberAt(shape, position) - 1) ?? true))
      .map((row) => chosenRow(state, shape, row));
    if (rows.length === 0) continue;
    return {
      link: link.id,
      sheet: sheet.id,
      unit: shape.matrix ? "cells" : "rows",
      rows,
      mayVerify: canVerify(sheet, person.role),
      mayVoid: canWriteWholeRows(sheet, person.role),
    };
  }
  return null;
}

/** Tells whether an address reaches a row, by its position: anywhere in a list, at its own cell in a matrix. */
function isInAddress(address: string, shape: LinkShape): (position: number) => boolean {
  const { matrix } = shape;
  if (matrix) {
    const isNamed = cellsOfAddress(address);
    return (position) => {
      const cell = matrix.places.get(position)?.cell;
      return cell !== undefined && isNamed(cell.row, cell.column);
    };
  }
  const spans = rowsOfAddress(address);
  return (position) => {
    const at = rowNumberAt(shape, position) - 1;
    return spans?.some(({ first, count }) => at >= first && at < first + count) ?? true;
  };
}

function chosenRow({ notes }: LinkState, shape: LinkShape, row: LocalRow): ChosenRow {
  const { known, dirty, position } = row;
  const status = notes.get(known.id)?.status ?? null;
  const settled = dirty ? "pending" : (status?.is ?? "sent");
  return {
    rowId: known.id,
    row: rowNumberAt(shape, position),
    stage: known.version === 0 ? "draft" : settled,
    status,
  };
}

/** The rows that somebody else returned and the person may correct. */
export function returnedRows(state: LinkState, reader: Reader, name: string): readonly ReturnedRow[] {
  const { link, sheet, shape, rows, notes } = state;
  const { person } = reader;
  if (!shape || !canWriteWholeRows(sheet, person.role)) return [];
  const columns = readableColumns(sheet, person.role);
  return rows.flatMap((row): readonly ReturnedRow[] => {
    const status = notes.get(row.known.id)?.status;
    if (status?.is !== "returned" || status.by === name) return [];
    if (!mayTouch(sheet, person, "write", row.reading.values)) return [];
    return [
      {
        link: link.id,
        sheet: sheet.id,
        rowId: row.known.id,
        row: rowNumberAt(shape, row.position),
        label: datedRowLabel(sheet, row.reading.values, readerFor(reader, link).context, columns),
        place: placeAt(shape, row.position, ""),
        status,
        isChanged: row.dirty,
      },
    ];
  });
}
