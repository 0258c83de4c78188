import { computeRow } from "../../shared/model/check-row.ts";
import { isError } from "../../shared/model/issue.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Value } from "../../shared/model/value.ts";
import type { Proposal } from "../../shared/recognition/proposal.ts";
import { readProposal, type ProposedRow } from "../../shared/recognition/read-proposal.ts";
import { columnOfLetters } from "../../server/workbooks/address.ts";
import type { Comparison } from "./compare-table.ts";
import { keyByLabel } from "./labels.ts";
import type { TruthRow, TruthTable } from "./truth.ts";

/** Compares the sampled rows cell by cell, and the counts and sums over all. */
export function compareCells(comparison: Comparison, sheet: Sheet, rows: readonly ProposedRow[]): void {
  const byPlace = new Map(rows.map((row) => [placeOf(row.row, row.column), row]));
  for (const sample of comparison.table.rows) {
    const column = sample.column === undefined ? undefined : columnOfLetters(sample.column);
    const row = byPlace.get(placeOf(sample.row - 1, column));
    const place = `${comparison.table.sheet}!${sample.column ?? ""}${sample.row}`;
    if (row) compareRow({ ...comparison, sheet, sample, row, place });
    else comparison.marks.cell("wrong", place, "is no record");
  }
  compareErrorCounts(comparison, rows);
  compareSums(comparison, sheet, rows);
  compareMonthFirst(comparison, sheet);
}

const placeOf = (row: number, column: number | undefined): string => `${row} ${column ?? ""}`;

interface RowComparison extends Comparison {
  readonly sheet: Sheet;
  readonly sample: TruthRow;
  readonly row: ProposedRow;
  readonly place: string;
}

function compareRow(comparison: RowComparison): void {
  const { sheet, sample, proposal, table, place, marks } = comparison;
  for (const [label, told] of Object.entries(sample.values)) {
    const key = keyByLabel(sheet, label);
    if (sample.errors.some((error) => error.column === label)) continue;
    if (key === undefined) marks.cell("wrong", place, `${sheet.id} has no column «${label}»`);
    else if (isAsked(proposal, table, key, label)) marks.cell("asked", `${place} ${label}`);
    else compareValue(comparison, key, label, told);
  }
  for (const { column: label, why } of sample.errors) compareError(comparison, label, why);
  for (const { column: label, why } of sample.warnings) {
    const key = keyByLabel(sheet, label) ?? label;
    const said = comparison.row.issues.some((issue) => issue.column === key);
    if (!said && !isAsked(proposal, table, key, label))
      marks.note(`${place} ${label}: no remark, told ${why}`);
  }
}

function compareValue(
  { sheet, row, world, place, marks }: RowComparison,
  key: string,
  label: string,
  told: Value,
) {
  const column = columnOf(sheet, key);
  const values = column.compute ? computeRow(sheet, row.reading.values, world.context) : row.reading.values;
  const got = values[key] ?? null;
  const shown = got === null ? null : column.kind.display(got, world.context);
  const refusal = row.issues.find((issue) => issue.column === key && isError(issue));
  const where = `${place} ${label}`;
  if (key in row.reading.unread)
    return marks.cell("asked", where, `${refusal?.code} of ${row.reading.unread[key]}`);
  if (got !== told && shown !== told) {
    if (told !== null && got === null && !(key in row.cells) && !column.compute)
      return marks.cell("wrong", where, "not read");
    return marks.cell(refusal ? "asked" : "wrong", where, `${String(got)}, told ${String(told)}`);
  }
  return marks.cell(refusal ? "asked" : "right", where, refusal?.code);
}

/** What must be refused or asked is not to be stored; another reason than the one told is only worth a note. */
function compareError(
  { sheet, row, proposal, table, place, marks }: RowComparison,
  label: string,
  why: string,
): void {
  const key = keyByLabel(sheet, label) ?? label;
  const where = `${place} ${label}`;
  const codes = row.issues
    .filter((issue) => issue.column === key && isError(issue))
    .map(({ code }) => code as string);
  if (isAsked(proposal, table, key, label)) return marks.cell("asked", where);
  if (codes.length === 0) return marks.cell("wrong", where, `is stored, told ${why}`);
  if (!codes.includes(why)) marks.note(`${where}: ${codes.join(", ")}, told ${why}`);
  marks.cell("right", where);
}

/** Whether the pane asks before anything of the column is stored. */
function isAsked(proposal: Proposal, table: TruthTable, key: string, label: string): boolean {
  const told = Object.entries(table.columns).find(([, name]) => name === label)?.[0];
  const asked = proposal.columns.filter((column) => column.asked);
  return (
    asked.some((column) => column.key === key || column.column === columnOfLetters(told ?? "")) ||
    proposal.questions.some((question) => !("key" in question) || question.key === key)
  );
}

function compareErrorCounts({ table, proposal, marks }: Comparison, rows: readonly ProposedRow[]): void {
  if (!table.errorCounts) return;
  const got = new Map<string, number>();
  for (const issue of rows.flatMap(({ issues }) => issues.filter(isError)))
    got.set(issue.code, (got.get(issue.code) ?? 0) + 1);
  const told = new Map(Object.entries(table.errorCounts));
  let missing = 0;
  for (const code of new Set([...got.keys(), ...told.keys()])) {
    const difference = (got.get(code) ?? 0) - (told.get(code) ?? 0);
    missing -= difference;
    if (difference !== 0)
      marks.note(`${table.sheet}: ${got.get(code) ?? 0} × ${code}, told ${told.get(code) ?? 0}`);
  }
  const asked = proposal.questions.length > 0 || proposal.columns.some((column) => column.asked);
  if (missing > 0) marks.cell(asked ? "asked" : "wrong", table.sheet, `${missing} errors fewer than told`);
}

function compareSums(
  { table, proposal, marks }: Comparison,
  sheet: Sheet,
  rows: readonly ProposedRow[],
): void {
  for (const [label, told] of Object.entries(table.sums)) {
    const key = keyByLabel(sheet, label) ?? label;
    const got = rows.reduce((sum, row) => sum + summand(row, key), 0);
    const place = `${table.sheet}, sum of ${label}`;
    if (Math.abs(got - told) < 1e-6 * Math.max(1, Math.abs(told))) marks.cell("right", place);
    else marks.cell(isAsked(proposal, table, key, label) ? "asked" : "wrong", place, `${got}, told ${told}`);
  }
}

function summand(row: ProposedRow, key: string): number {
  const wrong = row.issues.some((issue) => issue.column === key && isError(issue));
  const value = row.reading.values[key];
  return wrong || typeof value !== "number" ? 0 : value;
}

/** Where the order of dates is asked: what they are if the answer is month first. */
function compareMonthFirst(comparison: Comparison, sheet: Sheet): void {
  const { proposal, table, marks, grid, world } = comparison;
  const asked = proposal.questions.flatMap((question) =>
    question.about === "date-order" ? [question.key] : [],
  );
  if (asked.length === 0 || !table.rows.some(({ ifMonthFirst }) => ifMonthFirst)) return;
  const habits = Object.fromEntries(asked.map((key) => [key, { monthFirst: true as const }]));
  const answered = { ...proposal, habits: { ...proposal.habits, ...habits } };
  const rows = new Map(readProposal(answered, grid, world).map((row) => [row.row, row]));
  for (const sample of table.rows) {
    for (const [label, told] of Object.entries(sample.ifMonthFirst ?? {})) {
      const key = keyByLabel(sheet, label) ?? label;
      const got = rows.get(sample.row - 1)?.reading.values[key] ?? null;
      marks.cell(
        got === told ? "right" : "wrong",
        `${table.sheet}!${sample.row} ${label}, month first`,
        `${got}, told ${told}`,
      );
    }
  }
}
