import { recordsOf, type DemoCompany } from "./demo-company.ts";
import type { DemoRow, Occasion } from "./demo-row.ts";
import type { Row } from "../../shared/model/value.ts";

/** What somebody wrote in one record when they synchronised. */
export interface Written {
  readonly sheet: string;
  readonly id: string;
  readonly values: Row;
}

export interface Voided {
  readonly sheet: string;
  readonly id: string;
  readonly reason: string;
}

/** One synchronisation with all that went with it. */
export interface FullOccasion extends Occasion {
  readonly written: readonly Written[];
  readonly voided: readonly Voided[];
}

/** The company's history as synchronisations, in the order in which they happened. */
export function occasionsOf(company: DemoCompany): readonly FullOccasion[] {
  const occasions = new Map<string, Growing>();
  for (const [sheet, rows] of recordsOf(company)) for (const row of rows) addLife(occasions, sheet, row);
  return [...occasions.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

interface Growing extends Occasion {
  readonly written: Written[];
  readonly voided: Voided[];
}

function addLife(occasions: Map<string, Growing>, sheet: string, { id, revisions, voided }: DemoRow): void {
  for (const { values, ...occasion } of revisions)
    occasionFor(occasions, occasion).written.push({ sheet, id, values });
  if (voided) occasionFor(occasions, voided).voided.push({ sheet, id, reason: voided.reason });
}

function occasionFor(occasions: Map<string, Growing>, { by, at, workbook }: Occasion): Growing {
  const key = [at, by, workbook].join("\n");
  const found = occasions.get(key) ?? { by, at, workbook, written: [], voided: [] };
  occasions.set(key, found);
  return found;
}
