import { isTyped } from "../../../shared/model/column.ts";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { MutableRow, Row } from "../../../shared/model/value.ts";
import { valueOf } from "../merge.ts";
import { statusKey, voidedKey, type LoadedRow, type Revision } from "../stored-row.ts";
import type { ActRevision } from "./sent-act.ts";

/** What taking a sending back does to one row. */
export type RowPlan =
  /** The fields that the sending changed, as they were before it. */
  | { readonly kind: "change"; readonly values: Row; readonly reopensReturn: boolean }
  /** The row began with the sending, or counts again since. */
  | { readonly kind: "void" }
  | { readonly kind: "restore" }
  /** Somebody built on it: the newest change that did, and the columns in which it did. */
  | {
      readonly kind: "kept";
      readonly why: "changed" | "voided";
      readonly builder: Revision;
      readonly on: readonly string[];
    };

/**
 * Decides what becomes of a row of a sending: a row goes back wholly or stays as it is, so that it never says what it said
 * at no time. Undefined where only warnings of it were accepted. Other columns that others wrote since stay theirs; whoever changed the same fields built on them, oneself
 * too. `mine` are the revisions of this row by the sending, oldest first.
 */
export function planRow(
  sheet: Sheet,
  mine: readonly ActRevision[],
  { current, later }: LoadedRow,
  reason: string,
): RowPlan | undefined {
  const before = firstBefore(mine);
  if (Object.keys(before).length === 0) return undefined;
  const begins = mine.some(({ isFirst }) => isFirst);
  const own = new Set(mine.map(({ version }) => version));
  const since = later.filter(({ version }) => !own.has(version));
  const wasVoided = Object.hasOwn(before, voidedKey);
  const builds = ({ after }: Revision): readonly string[] =>
    Object.keys(after).filter(
      (key) =>
        key === voidedKey ||
        (key !== statusKey &&
          (begins || wasVoided || (isCompared(sheet, key) && Object.hasOwn(before, key)))),
    );
  const builder = since.find((revision) => builds(revision).length > 0);
  if (builder) {
    const why = current?.voided && !wasVoided ? "voided" : "changed";
    return { kind: "kept", why, builder, on: builds(builder) };
  }
  if (begins) return { kind: "void" };
  if (wasVoided) return { kind: before[voidedKey] === 1 ? "void" : "restore" };
  const isReopened = before[statusKey] === "returned" && current?.status === null;
  return { kind: "change", values: fieldsBefore(sheet, before, reason), reopensReturn: isReopened };
}

/** Each changed field as it was before the sending first touched it. */
function firstBefore(mine: readonly ActRevision[]): Row {
  const first: MutableRow = {};
  for (const { before, after } of mine)
    for (const key of Object.keys(after)) if (!Object.hasOwn(first, key)) first[key] = valueOf(before, key);
  return first;
}

/** The count of official versions, and why each was made, follow from the other columns. */
function isCompared({ versioning }: Sheet, key: string): boolean {
  return key !== versioning?.counter && key !== versioning?.reason;
}

/** An official version is never taken out of the count: going back makes another one, for the reason given. */
function fieldsBefore(sheet: Sheet, before: Row, reason: string): Row {
  const { versioning } = sheet;
  const typed = Object.entries(before).filter(
    ([key]) => Object.hasOwn(sheet.columns, key) && isTyped(columnOf(sheet, key)),
  );
  const isVersioned = versioning?.columns.some((column) => Object.hasOwn(before, column)) ?? false;
  const values = Object.fromEntries(typed);
  return versioning && isVersioned ? { ...values, [versioning.reason]: reason } : values;
}
