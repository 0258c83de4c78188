import type { PullAnswer } from "../../shared/contract.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { NewRow } from "../excel/table-row.ts";
import type { Scope } from "../excel/registry.ts";
import { acceptVersion, digestOf, toNewRow, type Accepted, type Target } from "./accept-version.ts";
import type { LocalRow } from "./interpret-rows.ts";
import type { KnownRows } from "./known-rows.ts";
import { differingDigest, unsentReference, type RowReference } from "./reference.ts";

/** A row of which the service lost to a restore what it shows: it keeps its cells and is offered again. */
export interface Reoffered {
  readonly row: LocalRow;
  readonly known: RowReference;
}

/** What a pull does to a table. */
export interface PullPlan {
  readonly updates: readonly Accepted[];
  readonly appended: readonly NewRow[];
  /** Rows to take out of the sheet: nobody changed them here and the person no longer sees them. */
  readonly removals: readonly LocalRow[];
  readonly reoffered: readonly Reoffered[];
  /**
   * Rows with changes of their own of which the service has a version that says what the sheet last showed: somebody
   * returned or validated them. What was changed here builds on that version from now on.
   */
  readonly rebased: readonly Reoffered[];
  /** Ids of rows that are to go once what was changed in them here is settled. */
  readonly waiting: readonly string[];
  /** Ids that are no longer expected in the sheet. */
  readonly forgotten: readonly string[];
}

export interface Pulled {
  readonly pages: readonly PullAnswer[];
  /** The service was restored from a backup since the last pull: versions may have gone back. */
  readonly restored: boolean;
  /** The pages hold every row that the person may see. */
  readonly complete: boolean;
  /** Rows of the same version are written, too: columns of theirs are hidden from now on, or were from others. */
  readonly rewritten?: boolean;
}

export interface Pulling {
  readonly target: Target;
  readonly rows: readonly LocalRow[];
  readonly known: KnownRows;
  readonly scope: Scope;
  /** Rows that were to be removed before and still stand, as a filter hid some. */
  readonly toRemove: ReadonlySet<string>;
  /** Whether the person may send rows of the record at all. */
  readonly offers: boolean;
}

/**
 * Decides what pulled rows do to the table: clean rows are brought up to date, rows with changes of their own are left
 * for the push to merge, new rows of the link's scope are appended, and removed rows that nobody changed go. Rows that
 * the table showed and lacks stay away: people decide about them. Applying the same pages twice changes nothing.
 */
export function planPull(pulled: Pulled, pulling: Pulling): PullPlan {
  const rowsById = new Map(pulling.rows.map((row) => [row.known.id, row]));
  const plan = {
    updates: [] as Accepted[],
    appended: new Map<string, NewRow>(),
    reoffered: [] as Reoffered[],
    rebased: [] as Reoffered[],
  };
  const seen = new Set<string>();
  for (const { id, version, values, status } of pulledRows(pulled.pages)) {
    seen.add(id);
    const row = rowsById.get(id);
    if (row) planKnownRow(row, version, values, pulled, pulling, plan);
    else if (!pulling.known.has(id) && isInScope(pulling.target.sheet, values, pulling.scope))
      plan.appended.set(id, toNewRow(id, version, values, pulling.target, status?.is));
  }
  const told = pulled.pages.flatMap((page) => page.removed.map(({ id }) => id));
  const postponed = [...pulling.toRemove].filter((id) => !seen.has(id));
  const removed = [...new Set([...told, ...postponed])];
  for (const id of removed) plan.appended.delete(id);
  const lost = pulled.restored && pulled.complete ? lostRows(pulling.rows, seen, new Set(removed)) : [];
  return {
    updates: plan.updates,
    appended: [...plan.appended.values()],
    removals: removed.flatMap((id) => cleanRow(rowsById.get(id))),
    reoffered: [...plan.reoffered, ...lost],
    rebased: plan.rebased,
    waiting: removed.filter((id) => rowsById.get(id)?.dirty === true),
    forgotten: removed.filter((id) => !rowsById.has(id)),
  };
}

interface Decisions {
  readonly updates: Accepted[];
  readonly reoffered: Reoffered[];
  readonly rebased: Reoffered[];
}

function planKnownRow(
  row: LocalRow,
  version: number,
  values: Row,
  { restored, rewritten = false }: Pulled,
  { target, offers }: Pick<Pulling, "target" | "offers">,
  { updates, reoffered, rebased }: Decisions,
): void {
  const digest = digestOf({ ...row.reading.values, ...values }, target);
  const isSame = digest === row.digest;
  const isAhead = row.known.version > version;
  if (isAhead && !restored) return;
  if (isAhead && !isSame) reoffered.push({ row, known: { id: row.known.id, version, digest } });
  else if (restored && offers && !rewritten && !row.dirty && !isSame && row.known.version !== version)
    // Only the service can tell whether it still has what this row builds on, or what others wrote since overwrites it.
    reoffered.push({ row, known: { ...row.known, digest: differingDigest } });
  else if (row.known.version === version ? rewritten && !isSame && !row.dirty : isSame || !row.dirty)
    updates.push(acceptVersion(row, version, values, target));
  else if (row.known.version !== version && digest === row.known.digest)
    rebased.push({ row, known: { ...row.known, version } });
}

/** The rows of pages, by column key. */
export function* pulledRows(pages: readonly PullAnswer[]) {
  for (const { columns, rows } of pages) {
    for (const { id, version, values, status } of rows) {
      const row: Row = Object.fromEntries(columns.map((key, place) => [key, values[place] ?? null]));
      yield { id, version, values: row, status };
    }
  }
}

function cleanRow(row: LocalRow | undefined): readonly LocalRow[] {
  return row && !row.dirty ? [row] : [];
}

/** Rows that the service once answered and, after its restore, no longer has: nothing that a workbook shows is lost. */
function lostRows(
  rows: readonly LocalRow[],
  seen: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): readonly Reoffered[] {
  return rows
    .filter(({ known }) => known.version > 0 && !seen.has(known.id) && !removed.has(known.id))
    .map((row) => ({ row, known: unsentReference(row.known.id) }));
}

/** Whether a row that is new to the table belongs in it: rows without a day do, as they are not older than any. */
export function isInScope(sheet: Sheet, values: Row, scope: Scope): boolean {
  if (scope === "none") return false;
  const day = sheet.period.map((key) => values[key]).find((value) => typeof value === "string");
  return scope.from === null || day === undefined || day >= (scope.from satisfies Day);
}
