import { columnKeys, columnOf } from "../../../shared/model/sheet.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { ana, type Company } from "./company.ts";
import { openWorkplace, pasteRow, required, tableCells, type Workplace } from "./workplace.ts";

export const table = "VAD_visits";
/** First row below the header of a newly inserted format, and its first column that people fill in. */
export const firstRow = 6;
const firstColumn = 3;

/** A planned visit of Ana's that breaks no rule, to be pasted from the first column on. */
export function visit(customer: string, more: Readonly<Record<string, Cell>> = {}): readonly Cell[] {
  return pasteRow(visits, {
    plannedOn: "20/03/2026",
    advisor: ana.name,
    customer,
    visitType: "Potencial",
    market: "Regulado",
    purpose: "Vinculación",
    ...more,
  });
}

/** Ana's workplace with a new visit format and three visits in it, not yet sent. */
export async function openWithVisits(company: Company): Promise<Workplace> {
  const place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste(cell(0, "plannedOn"), [visit("Alba"), visit("Berta"), visit("Carmen")]);
  await place.excel.host.settled();
  return place;
}

/** Address of a cell of a newly inserted format, by row from 0 and column key. */
export function cell(row: number, key: string): string {
  return `${String.fromCharCode(65 + firstColumn + columnKeys(visits).indexOf(key))}${firstRow + row}`;
}

export const header = (key: string): string => columnOf(visits, key).label;

/** Customer and status of every row, top to bottom. */
export async function statuses(place: Workplace): Promise<readonly string[]> {
  const cells = await tableCells(place, table);
  return cells.map((row) => `${row[header("customer")]} ${row["Estado"]}`.trim());
}

/** The rows of the service as somebody fetches them into an empty workbook. */
export async function rowsInService(company: Company): Promise<readonly string[]> {
  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  const rows = (await statuses(other)).filter((text) => text !== "");
  await other.leave();
  return rows;
}
