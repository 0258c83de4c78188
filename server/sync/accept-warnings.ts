import type { PushedRow } from "../../shared/contract.ts";
import type { Acceptance } from "../../shared/contract/acceptances.ts";
import { writableColumns } from "../../shared/model/access.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { valueOf } from "./merge.ts";

/** What becomes of the warnings of a row. */
export interface SettledWarnings {
  /** Warnings that nobody accepted for the value that the row has. */
  readonly open: readonly Issue[];
  /** Accepted just now. */
  readonly fresh: readonly Acceptance[];
  /** All that hold, those of just now among them. */
  readonly inForce: readonly Acceptance[];
}

/** What a row's sender accepts, of the columns that they may change: nobody answers for what others fill in. */
export function acceptable(sheet: Sheet, role: Role, { accepted }: PushedRow): PushedRow["accepted"] {
  const writable = writableColumns(sheet, role);
  return accepted?.filter(({ column }) => writable.includes(column));
}

/** Sorts warnings by whether they are accepted. Only what the row is really warned of can be accepted, and no error. */
export function settleWarnings(
  warnings: readonly Issue[],
  row: Row,
  { offered, kept }: { readonly offered: PushedRow["accepted"]; readonly kept: readonly Acceptance[] },
  by: { readonly id: string; readonly at: string },
): SettledWarnings {
  const standing = acceptancesInForce(kept, row);
  const fresh = (offered ?? []).flatMap(({ column, code, reason }) => {
    const isWarned = warnings.some((issue) => issue.column === column && issue.code === code);
    if (!isWarned || isAccepted(standing, column, code)) return [];
    return [{ column, code, reason, value: valueOf(row, column), by: by.id, at: by.at }];
  });
  const inForce = [...fresh, ...standing];
  return { fresh, inForce, open: warnings.filter(({ column, code }) => !isAccepted(inForce, column, code)) };
}

/** The acceptances that hold: of each warning the newest, while its column has the value that it was accepted for. */
export function acceptancesInForce(kept: readonly Acceptance[], row: Row): readonly Acceptance[] {
  return kept.filter(
    ({ column, code, value }, at) =>
      valueOf(row, column) === value &&
      kept.findIndex((one) => one.column === column && one.code === code && one.value === value) === at,
  );
}

function isAccepted(accepted: readonly Acceptance[], column: string, code: string): boolean {
  return accepted.some((one) => one.column === column && one.code === code);
}

/** Acceptances as they are told: of the columns that the person reads, with the name of who accepted. */
export function toldAcceptances(
  accepted: readonly Acceptance[],
  readable: readonly string[],
  nameOf: (person: string) => string,
): { readonly accepted?: Acceptance[] } {
  const told = accepted.filter(({ column }) => readable.includes(column));
  return told.length === 0 ? {} : { accepted: told.map((one) => ({ ...one, by: nameOf(one.by) })) };
}
