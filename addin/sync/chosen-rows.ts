import {
  canVerify,
  canWriteWholeRows,
  mayTouch,
  readableColumns,
  type Person,
} from "../../shared/model/access.ts";
import { datedRowLabel } from "../../shared/model/row-label.ts";
import { placeAt, rowNumberAt, type LinkShape } from "../excel/link-layout.ts";
import { rowsOfAddress } from "../excel/spans.ts";
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

/** The rows of a linked list in a selection. Of a matrix there are none: its records are cells. */
export function chosenRows(
  links: Iterable<LinkState>,
  { worksheetId, address, visible }: Selected,
  person: Person,
): ChosenRows | null {
  const spans = rowsOfAddress(address);
  for (const state of links) {
    const { link, sheet, shape } = state;
    if (!shape || shape.matrix || shape.worksheetId !== worksheetId) continue;
    const rows = state.rows
      .filter((row) => {
        const at = rowNumberAt(shape, row.position) - 1;
        const isIn = spans?.some(({ first, count }) => at >= first && at < first + count) ?? true;
        return isIn && (visible?.has(at) ?? true);
      })
      .map((row) => chosenRow(state, shape, row));
    if (rows.length === 0) continue;
    const mayVoid = canWriteWholeRows(sheet, person.role);
    return { link: link.id, sheet: sheet.id, rows, mayVerify: canVerify(sheet, person.role), mayVoid };
  }
  return null;
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
