import { monthName } from "../../shared/colombia/months.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import type { Proposal, ProposedColumn } from "../../shared/recognition/proposal.ts";
import { readProposal } from "../../shared/recognition/read-proposal.ts";
import type { World } from "../../shared/recognition/world.ts";
import { columnOfLetters } from "../../server/workbooks/address.ts";
import { compareCells } from "./compare-cells.ts";
import { keyByLabel } from "./labels.ts";
import type { Marks } from "./tally.ts";
import type { TruthTable } from "./truth.ts";

export interface Comparison {
  readonly world: World;
  readonly grid: SheetGrid;
  readonly proposal: Proposal;
  readonly table: TruthTable;
  readonly marks: Marks;
}

/** Compares one table: which record it is, where it lies, what its columns are, and what its cells mean. */
export function compareTable(comparison: Comparison): void {
  const { world, proposal, table, marks } = comparison;
  const sheet = world.sheets.find(({ id }) => id === table.record);
  if (!sheet) return marks.cell("wrong", table.sheet, `there is no record ${table.record}`);
  if (proposal.record !== table.record) return compareOtherRecord(comparison);
  comparePlace(comparison);
  compareColumns(comparison, sheet);
  compareSayings(comparison, sheet);
  const rows = readProposal(proposal, comparison.grid, world);
  if (rows.length !== table.records)
    marks.cell("wrong", table.sheet, `${rows.length} records for ${table.records}`);
  compareCells(comparison, sheet, rows);
}

/** Taken for another record: asked where the right one is offered. */
function compareOtherRecord({ proposal, table, marks }: Comparison): void {
  const offered = proposal.questions.some(
    (question) => question.about === "record" && question.others.includes(table.record),
  );
  for (const letter of Object.keys(table.columns))
    marks.column(offered ? "asked" : "wrong", `${table.sheet}!${letter}`, `taken for ${proposal.record}`);
}

function comparePlace({ proposal, table, marks }: Comparison): void {
  const apart = new Set(proposal.apart.map(({ row }) => row + 1));
  const header = (proposal.headerRows.at(-1) ?? 0) + 1;
  const last = proposal.data.bottom + 1;
  let first = proposal.data.top + 1;
  while (apart.has(first)) first += 1;
  same("header row", header, table.headerRow);
  same("last data row", last, table.lastDataRow);
  if (table.firstDataRow !== undefined && table.lastDataRow > table.headerRow)
    same("first data row", first, table.firstDataRow);
  const skipped = [...apart].filter((row) => row > first && row < last).toSorted((one, other) => one - other);
  same("rows apart", skipped.join(" "), Object.keys(table.skipRows).join(" "));
  for (const { row, why } of proposal.apart) {
    const told = table.skipRows[String(row + 1)];
    if (told !== undefined && told !== why) marks.note(`row ${row + 1} is ${why}, told ${told}`);
  }
  if (table.table !== undefined) same("table", proposal.table, table.table);

  function same(what: string, got: string | number | null, told: string | number): void {
    if (got === told) return;
    const asked = proposal.questions.some(({ about }) => about === "header");
    marks.cell(asked ? "asked" : "wrong", table.sheet, `${what} ${got}, told ${told}`);
  }
}

function compareColumns({ proposal, table, marks }: Comparison, sheet: Sheet): void {
  const proposed = new Map(proposal.columns.map((column) => [column.column, column]));
  const letters = new Map(Object.keys(table.columns).map((letter) => [columnOfLetters(letter), letter]));
  for (const [column, letter] of letters) {
    const told = table.columns[letter] ?? null;
    const month = proposal.layout === "matrix" ? proposal.months.get(column) : undefined;
    if (month !== undefined) {
      const got = monthName(month);
      marks.column(got === told ? "right" : "wrong", `${table.sheet}!${letter}`, `${got}, told ${told}`);
    } else compareColumn(`${table.sheet}!${letter}`, proposed.get(column), told, sheet, marks);
  }
  for (const { column, key, asked } of proposal.columns) {
    if (!letters.has(column) && key !== null && !asked)
      marks.column("wrong", `${table.sheet}!column ${column + 1}`, `taken for ${key}, told nothing`);
  }
}

function compareColumn(
  place: string,
  got: ProposedColumn | undefined,
  told: string | null,
  sheet: Sheet,
  marks: Marks,
): void {
  const key = told === null ? null : keyByLabel(sheet, told);
  if (key === undefined) return marks.column("wrong", place, `${sheet.id} has no column «${told}»`);
  const described = `«${got?.header ?? ""}» is ${got?.key ?? "own"} (${got?.confidence.toFixed(2) ?? "-"}), told ${told ?? "own"}`;
  if (got?.asked) return marks.column("asked", place, described);
  marks.column((got?.key ?? null) === key ? "right" : "wrong", place, described);
}

/** What titles and headers say: the context, the units, the merged columns. */
function compareSayings({ world, proposal, table, marks }: Comparison, sheet: Sheet): void {
  for (const [label, told] of Object.entries(table.context)) {
    const key = keyByLabel(sheet, label) ?? label;
    const got = proposal.context[key] ?? null;
    const shown = got === null ? null : columnOf(sheet, key).kind.display(got, world.context);
    const asked = proposal.questions.some((question) => question.about === "context" && question.key === key);
    const mark = got === told || shown === told ? "right" : asked ? "asked" : "wrong";
    marks.cell(mark, `${table.sheet}, ${label}`, `${got}, told ${told}`);
  }
  const areas = proposal.mergedData;
  for (const letter of table.mergedData) {
    const column = columnOfLetters(keyLetter(table, letter));
    if (!areas.some(({ left, right }) => left <= column && right >= column))
      marks.cell("wrong", `${table.sheet}!${letter}`, "is not told to be merged");
  }
}

/** `mergedData` may name a column by its letter or by its label. */
const keyLetter = ({ columns }: TruthTable, name: string): string =>
  name in columns ? name : (Object.entries(columns).find(([, label]) => label === name)?.[0] ?? name);
