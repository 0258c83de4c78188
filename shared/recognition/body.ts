import { monthByName } from "../colombia/months.ts";
import { normalise } from "../text/normalise.ts";
import type { Area } from "./grid.ts";
import type { ProposedColumn, RowApart, ApartReason } from "./proposal.ts";
import { isEmptyCell, type View } from "./view.ts";

/** The rows below a header: where the data are, and which of them are no records. */
export interface Body {
  readonly data: Area;
  readonly apart: readonly RowApart[];
  /** Rows that are records, from top to bottom. */
  readonly records: readonly number[];
}

interface RowSight {
  readonly row: number;
  readonly why: ApartReason | "record";
}

/** Rows that are no records after which whatever comes must look like the rows before to belong to them. */
const gap = 2;

/**
 * Parts the rows below a header into records and what staff put between them. The data end with the last record: totals,
 * signatures and whatever else stands below stay outside. `last` is the last row that may belong to the table.
 */
export function readBody(
  view: View,
  columns: readonly ProposedColumn[],
  headerRow: number,
  last: number,
): Body {
  const left = columns[0]?.column ?? 0;
  const right = columns.at(-1)?.column ?? left;
  const mapped = columns.filter(({ key }) => key !== null).map(({ column }) => column);
  const table = { view, columns, left, right, mapped, typical: typicalFill(view, mapped, headerRow, last) };
  const sights = untilItEnds(table, headerRow, last);
  const records = sights.filter(({ why }) => why === "record").map(({ row }) => row);
  const bottom = records.at(-1) ?? headerRow;
  const apart = sights.flatMap(({ row, why }) => (why === "record" || row > bottom ? [] : [{ row, why }]));
  return { data: { top: headerRow + 1, left, bottom, right }, apart, records };
}

interface Table {
  readonly view: View;
  readonly columns: readonly ProposedColumn[];
  readonly left: number;
  readonly right: number;
  readonly mapped: readonly number[];
  /** How many of the mapped columns a row usually fills. */
  readonly typical: number;
}

function untilItEnds(table: Table, headerRow: number, last: number): readonly RowSight[] {
  const sights: RowSight[] = [];
  let between = 0;
  for (let row = headerRow + 1; row <= last; row += 1) {
    const why = sightOf(table, row);
    if (why === "record" && between >= gap && !resembles(table, row, last)) break;
    between = why === "record" ? 0 : between + 1;
    sights.push({ row, why });
  }
  return sights.map((sight) =>
    sight.why === "total" && sights.some(({ row, why }) => row > sight.row && why === "record")
      ? { row: sight.row, why: "subtotal" }
      : sight,
  );
}

/** Whether the block that begins at a row fills about as many columns as the rows before. */
function resembles({ view, mapped, typical }: Table, row: number, last: number): boolean {
  let most = 0;
  for (let below = row; below <= last && below < row + 20; below += 1) {
    const filled = countFilled(view, mapped, below);
    if (filled === 0) break;
    most = Math.max(most, filled);
  }
  return most >= 0.5 * typical;
}

function sightOf(table: Table, row: number): RowSight["why"] {
  const { view, mapped, typical } = table;
  const filled = countFilled(view, mapped, row);
  const texts = textsOf(table, row);
  const alone = texts.length === 1 ? texts[0] : undefined;
  if (alone !== undefined && isMonthLine(alone)) return "month";
  if (isTotalLine(table, row, texts, filled)) return texts.some(isSubtotal) ? "subtotal" : "total";
  if (filled === 0) return texts.length > 0 && isNoteLine(table, row, texts) ? "note" : "blank";
  if (isRepeatedHeader(table, row)) return "repeated-header";
  if (filled <= 2 && isNoteLine(table, row, texts)) return "note";
  if (filled <= Math.max(1, 0.5 * typical) && hasOnlyAggregates(table, row)) return "subtotal";
  return "record";
}

/** A user may be called «Total Gas»: a total has little else in its row, or adds others up. */
function isTotalLine(table: Table, row: number, texts: readonly string[], filled: number): boolean {
  if (!texts.some(isTotal)) return false;
  return filled <= Math.max(2, 0.5 * table.typical) || hasAggregate(table, row);
}

const month = /^(?:mes(?: de)?[\s:]*)?(\p{L}{3,10})\.?(?:[\s\-/]*(?:de[l]?\s*)?\d{2,4})?$/iu;

function isMonthLine(text: string): boolean {
  const name = month.exec(text)?.[1];
  return name !== undefined && monthByName(name) !== undefined;
}

const isTotal = (text: string): boolean =>
  /total|sum|promedio|acumulado/iu.test(text) &&
  /^(?:sub ?total(?:es)?|(?:gran )?total(?:es)?|suman?|sumas|promedio|acumulado)\b/u.test(normalise(text));

const isSubtotal = (text: string): boolean => /^sub ?total/u.test(normalise(text));

const note =
  /^(?:nota|notas|fuente|elabor[oóa]|realiz[oó]|revis[oó]|aprob[oó]|verific[oó]|firma|vo\.? ?bo|observaciones?:|convenciones|\*|_{3,}|\()/iu;

/** A remark, a signature, a heading over several columns: one text or two that are no record's. */
function isNoteLine(
  { view, left, right, mapped, typical }: Table,
  row: number,
  texts: readonly string[],
): boolean {
  if (texts.length > 2) return false;
  if (texts.some((text) => note.test(text) || /_{4,}/u.test(text))) return true;
  if (texts.length !== 1 || typical < 4) return false;
  for (let column = left; column <= right; column += 1) {
    if (isEmptyCell(view.cell(row, column))) continue;
    const area = view.mergeAt(row, column);
    return (area !== undefined && area.right > area.left + 1) || column === mapped[0] || column === left;
  }
  return false;
}

function isRepeatedHeader({ view, columns }: Table, row: number): boolean {
  let same = 0;
  let filled = 0;
  for (const { column, header } of columns) {
    const text = view.text(row, column);
    if (text === "") continue;
    filled += 1;
    if (header.endsWith(text) || normalise(header).endsWith(normalise(text))) same += 1;
    if (filled >= 4 && same === 0) return false;
  }
  return filled >= 2 && same >= 0.6 * filled;
}

const aggregate = /(?:SUM|SUBTOTAL|COUNT|COUNTA|AVERAGE|SUMIF|COUNTIF|SUMIFS|COUNTIFS|AGGREGATE)\s*\(/iu;

function hasAggregate({ view, left, right }: Table, row: number): boolean {
  for (let column = left; column <= right; column += 1) {
    const formula = view.grid.formulaAt(row, column);
    if (formula !== undefined && (aggregate.test(formula) || /^=[A-Z]+\d+(?:\+[A-Z]+\d+)+$/u.test(formula)))
      return true;
  }
  return false;
}

function hasOnlyAggregates({ view, left, right }: Table, row: number): boolean {
  let filled = 0;
  for (let column = left; column <= right; column += 1) {
    if (isEmptyCell(view.cell(row, column))) continue;
    filled += 1;
    if (!aggregate.test(view.grid.formulaAt(row, column) ?? "")) return false;
  }
  return filled > 0;
}

/** The texts of a row, each merged area once; numbers are told as empty texts. */
function textsOf({ view, left, right }: Table, row: number): readonly string[] {
  const texts: string[] = [];
  for (let column = left; column <= right; column += 1) {
    const cell = view.cell(row, column);
    if (!isEmptyCell(cell)) texts.push(typeof cell === "string" ? view.text(row, column) : "");
  }
  return texts;
}

function countFilled(view: View, columns: readonly number[], row: number): number {
  let filled = 0;
  for (const column of columns) if (!isEmptyCell(view.value(row, column))) filled += 1;
  return filled;
}

function typicalFill(view: View, mapped: readonly number[], headerRow: number, last: number): number {
  const fills: number[] = [];
  for (let row = headerRow + 1; row <= last && fills.length < 200; row += 1) {
    const filled = countFilled(view, mapped, row);
    if (filled > 1) fills.push(filled);
  }
  fills.sort((one, other) => one - other);
  return fills[Math.floor(fills.length / 2)] ?? 0;
}
