import type { PushedRow } from "../../shared/contract.ts";
import type { Acceptance } from "../../shared/contract/acceptances.ts";
import { writableColumns } from "../../shared/model/access.ts";
import { givenFor, holdsFor } from "../../shared/model/accepted-warning.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
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
  { sheet, row, context }: { readonly sheet: Sheet; readonly row: Row; readonly context: Context },
  { offered, kept }: { readonly offered: PushedRow["accepted"]; readonly kept: readonly Acceptance[] },
  by: { readonly id: string; readonly at: string },
): SettledWarnings {
  const standing = acceptancesInForce(kept, row);
  const fresh = (offered ?? []).flatMap(({ column, code, reason }) => {
    const isWarned = warnings.some((issue) => issue.column === column && issue.code === code);
    if (!isWarned || isAccepted(standing, column, code)) return [];
    const given = givenFor(sheet, { column, code }, row, context);
    return [{ column, code, reason, value: valueOf(row, column), given, by: by.id, at: by.at }];
  });
  const inForce = [...fresh, ...standing];
  return { fresh, inForce, open: warnings.filter(({ column, code }) => !isAccepted(inForce, column, code)) };
}

/** The acceptances that hold, of each warning the newest. */
export function acceptancesInForce(kept: readonly Acceptance[], row: Row): readonly Acceptance[] {
  const holding = kept.filter((one) => holdsFor(one, row));
  return holding.filter(
    ({ column, code }, at) => holding.findIndex((one) => one.column === column && one.code === code) === at,
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
  return told.length === 0 ? {} : { accepted: told.map((one) => toldAcceptance(one, readable, nameOf)) };
}

function toldAcceptance(
  { given = {}, ...one }: Acceptance,
  readable: readonly string[],
  nameOf: (person: string) => string,
): Acceptance {
  const told = Object.entries(given).filter(([column]) => readable.includes(column));
  return { ...one, given: Object.fromEntries(told), by: nameOf(one.by) };
}
