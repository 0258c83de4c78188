import type { KeptRow } from "../../../shared/contract/undo.ts";
import { canWriteWholeRows, mayTouch } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { findHolders } from "../find-holders.ts";
import type { RowChange } from "../push-store.ts";
import { settleKeys } from "../settle-keys.ts";
import { standingOf, voidedKey, type LoadedRow, type StoredRow } from "../stored-row.ts";
import { isLocked } from "../verify-rows.ts";
import { keptIn } from "./kept-rows.ts";
import type { Part, Undoing } from "./undoing.ts";

/** Rows that a sending began go out of every count. */
export function voidRows(sheet: Sheet, rows: readonly StoredRow[], undoing: Undoing): Part {
  return wholeRows(sheet, rows, undoing, (row) => ({
    ...base(sheet, row, undoing),
    before: { [voidedKey]: 0 },
    after: { [voidedKey]: 1 },
    voided: true,
  }));
}

/** Void rows count again, unless another row has their key by now. `changed` is what else of the record goes back. */
export async function restoreRows(
  sheet: Sheet,
  rows: readonly StoredRow[],
  changed: readonly RowChange[],
  undoing: Undoing,
): Promise<Part> {
  const candidates = rows.map(({ id, values }) => ({ id, now: null, row: values }));
  const state = new Map(
    changed.map(({ id, version, row: values, voided }): [string, LoadedRow] => [
      id,
      { current: { id, version, voided, values, status: null }, later: [] },
    ]),
  );
  const taken = settleKeys(sheet, candidates, await findHolders(sheet, candidates, state, undoing.store));
  const told = keptIn(sheet, undoing);
  const free = wholeRows(
    sheet,
    rows.filter(({ id }) => !taken.has(id)),
    undoing,
    (row) => ({
      ...base(sheet, row, undoing),
      before: { [voidedKey]: 1 },
      after: { [voidedKey]: 0 },
      voided: false,
    }),
  );
  const refused = rows.filter(({ id }) => taken.has(id)).map((row) => told(row, "not-allowed", null));
  return { changes: free.changes, kept: [...free.kept, ...refused] };
}

function base(sheet: Sheet, row: StoredRow, { versionAfter, reason }: Undoing) {
  const { id, version, values } = row;
  return { sheet, id, version: versionAfter(version), row: values, reason, status: standingOf(row) };
}

/** Rows that are voided or count again: by whoever may do that with whole rows, unless somebody vouches for them. */
function wholeRows(
  sheet: Sheet,
  rows: readonly StoredRow[],
  undoing: Undoing,
  changeOf: (row: StoredRow) => RowChange,
): Part {
  const { person } = undoing.judge;
  const told = keptIn(sheet, undoing);
  const changes: RowChange[] = [];
  const kept: KeptRow[] = [];
  for (const row of rows) {
    const may = canWriteWholeRows(sheet, person.role) && mayTouch(sheet, person, "write", row.values);
    if (!may) kept.push(told(row, "forbidden", null));
    else if (isLocked(row))
      kept.push(told(row, "validated", undoing.judge.context.people.nameOf(row.status?.by ?? "")));
    else changes.push(changeOf(row));
  }
  return { changes, kept };
}
