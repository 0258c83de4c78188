import type { Directory } from "../../shared/model/directory.ts";
import { indicatorScope, type Indicator } from "../../shared/model/indicator.ts";
import { canRead, ownColumn, readableColumns, type Person } from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
import type { Listing } from "../../shared/model/measure.ts";
import type { FigureSource, IndicatorResult, Months } from "../../shared/model/result.ts";
import type { Settings } from "../../shared/model/setting.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import type { Database } from "../db/database.ts";
import type { Owner } from "../db/find-rows.ts";
import { readIndicator, readMeasure } from "../db/read-figures.ts";
import { readListing } from "../db/read-listing.ts";
import { computeIndicator, monthsNeeded, type Scope } from "./compute-indicator.ts";

/** What figures are drawn from, and for whom. */
export interface FigureWorld {
  readonly reader: Pick<Database, "read">;
  readonly people: Directory;
  readonly today: Day;
  readonly settings?: Settings | undefined;
  readonly person: Person;
  /** What the person may see of the table or indicator that asks. */
  readonly scope: Scope;
  readonly sheet: (id: string) => Sheet;
}

/** A source of figures that remembers which places in the history its answers come from. */
export interface TracedSource extends FigureSource {
  readonly seqs: ReadonlySet<number>;
}

/** Figures as far as the person may see them: an indicator never shows more than its own definition allows. */
export function createFigureSource(world: FigureWorld): TracedSource {
  const { reader, people, scope, sheet, today } = world;
  const seqs = new Set<number>();
  return {
    seqs,
    people,
    today,
    async measure(measure, months) {
      const advisor = scope.of === "own" ? scope.advisor : undefined;
      const { seq, values } = await readMeasure(reader, sheet(measure.from), measure, months, advisor);
      seqs.add(seq);
      return values;
    },
    async indicator(indicator, months) {
      const { seq, result } = await indicatorFor(world, indicator, months);
      seqs.add(seq);
      return result;
    },
    async list(listing) {
      const owner = ownerOf(world, listing);
      if (owner === "hidden") return [];
      const record = sheet(listing.from);
      const { seq, rows } = await readListing(reader, record, listing, owner);
      seqs.add(seq);
      return rows.map((row) => pick(computeRow(record, row, { today, people, date1904: false }), listing));
    },
  };
}

/**
 * Whose rows of a listing the person sees: one's own, anybody's (`undefined`) or nobody's (`hidden`), as the record itself
 * allows and the table that asks. A listing that tells of a hidden column shows nothing.
 */
function ownerOf({ person, scope, sheet }: FigureWorld, listing: Listing): Owner | "hidden" | undefined {
  const record = sheet(listing.from);
  const readable = readableColumns(record, person.role);
  const { columns, where = {}, present = [], absent = [] } = listing;
  const told = [...columns, ...Object.keys(where), ...present, ...absent];
  if (!canRead(record, person.role) || !told.every((key) => readable.includes(key))) return "hidden";
  const column = ownColumn(record, person.role, "read");
  if (column === undefined) return scope.of === "own" ? "hidden" : undefined;
  return { column, person: person.id };
}

const pick = (row: Row, { columns }: Listing): Row =>
  Object.fromEntries(columns.map((key) => [key, row[key] ?? null]));

/** Somebody who may see nothing of the indicator gets none of its months. */
async function indicatorFor(
  { reader, people, today, settings, scope, sheet, person }: FigureWorld,
  indicator: Indicator,
  months: Months,
): Promise<{ readonly seq: number; readonly result: IndicatorResult }> {
  const allowed = indicatorScope(indicator, person.role);
  const narrowed: Scope = allowed === "all" ? scope : { of: "own", advisor: person.id };
  const sheets = { executed: sheet(indicator.executed.from), target: sheet(indicator.target.from) };
  const figures = await readIndicator(reader, sheets, indicator, monthsNeeded(months, today));
  const result = computeIndicator(indicator, months, figures, { today, scope: narrowed, people, settings });
  return { seq: figures.seq, result: allowed === "none" ? { ...result, months: [] } : result };
}
