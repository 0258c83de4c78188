import type { RowAnswer } from "../../shared/contract.ts";
import type { RowStatus } from "../../shared/contract/row-status.ts";
import { canWriteWholeRows } from "../../shared/model/access.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Standing } from "../../shared/model/standing.ts";
import { standingOf, statusKey, type LoadedRow, type StoredRow } from "./stored-row.ts";

/** Whether nobody may change the row: what somebody vouches for says what it said then. */
export const isLocked = ({ status }: Pick<StoredRow, "status">): boolean => status?.is === "validated";

/** The answer for a change of a validated row. Only for whoever may read the row. */
export function lockedAnswer(
  { id, version, status }: StoredRow,
  nameOf: (person: string) => string,
): RowAnswer {
  if (!status) throw new Error(`row ${id} is not validated`);
  return { result: "locked", id, version, by: nameOf(status.by), at: status.at };
}

/**
 * Whether a change ends the return of a row: one by somebody who answers for whole rows, made on a version that was
 * returned already. What was typed before that corrects nothing, and whoever typed it has yet to read why; but where a
 * validated row was returned, what waited for that may go.
 */
export function closesReturn(sheet: Sheet, role: Role, { current, later }: LoadedRow, seen: number): boolean {
  if (current?.status?.is !== "returned" || !canWriteWholeRows(sheet, role)) return false;
  return !later.some(
    ({ version, before, after }) =>
      version > seen && after[statusKey] === "returned" && before[statusKey] !== "validated",
  );
}

/** A row's status as it is told: with the name of who said so. */
export function toldStatus(
  status: RowStatus | null,
  nameOf: (person: string) => string,
): { readonly status?: RowStatus } {
  return status ? { status: { ...status, by: nameOf(status.by) } } : {};
}

/** What a revision keeps of a change of standing. */
export function standingChange(row: Pick<StoredRow, "status">, to: Standing) {
  return { before: { [statusKey]: standingOf(row) }, after: { [statusKey]: to }, status: to } as const;
}
