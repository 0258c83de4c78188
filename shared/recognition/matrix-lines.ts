import { monthByName } from "../colombia/months.ts";
import { normalise } from "../text/normalise.ts";
import type { Cell } from "../model/value.ts";
import type { Area } from "./grid.ts";
import type { MonthHeader } from "./month-header.ts";
import type { ApartReason, ProposedColumn, RowApart } from "./proposal.ts";
import { isEmptyCell, type View } from "./view.ts";

/** The lines of a matrix, and what stands between them. */
export interface Lines {
  readonly data: Area;
  readonly apart: readonly RowApart[];
  readonly records: readonly number[];
  /** What the headings above a line say of it. */
  sectionOf(row: number): Readonly<Record<string, Cell>>;
  /** Headings that say something. */
  readonly sections: number;
}

/** Parts the rows below the months into lines, headings, totals and remarks; the last line ends the data. */
export function readLines(
  view: View,
  header: MonthHeader,
  columns: readonly ProposedColumn[],
  last: number,
  headingAt: (row: number) => Readonly<Record<string, Cell>>,
): Lines {
  const sights: { readonly row: number; readonly why: ApartReason | "line" }[] = [];
  const sections = new Map<number, Readonly<Record<string, Cell>>>();
  for (let row = header.row + 1; row <= last; row += 1) {
    const heading = headingAt(row);
    const why = Object.keys(heading).length > 0 ? "note" : sightOf(view, row, header, columns);
    if (why === "note" && Object.keys(heading).length > 0) sections.set(row, heading);
    sights.push({ row, why });
  }
  const records = sights.filter(({ why }) => why === "line").map(({ row }) => row);
  const bottom = records.at(-1) ?? header.row;
  const touched = [...header.months.keys(), ...columns.map(({ column }) => column)];
  return {
    data: { top: header.row + 1, left: Math.min(...touched), bottom, right: Math.max(...touched) },
    apart: sights.flatMap(({ row, why }) => (why === "line" || row > bottom ? [] : [{ row, why }])),
    records,
    sections: sections.size,
    sectionOf(row) {
      const said: Record<string, Cell> = {};
      for (const [at, cells] of sections) if (at < row) Object.assign(said, cells);
      return said;
    },
  };
}

function sightOf(
  view: View,
  row: number,
  { months }: MonthHeader,
  columns: readonly ProposedColumn[],
): ApartReason | "line" {
  const values = [...months.keys()].map((column) => view.cell(row, column));
  const filled = values.filter((cell) => !isEmptyCell(cell));
  const texts = columns.flatMap(({ column }) => {
    const cell = view.cell(row, column);
    return typeof cell === "string" && !isEmptyCell(cell) ? [normalise(cell)] : [];
  });
  if (filled.length === 0 && texts.length === 0) return "blank";
  if (texts.some((text) => /^sub ?total/u.test(text))) return "subtotal";
  if (texts.some((text) => /^(?:gran )?total(?:es)?\b/u.test(text))) return "total";
  if (filled.some((cell) => typeof cell === "string" && monthByName(cell) !== undefined))
    return "repeated-header";
  if (isSummed(view, row, [...months.keys()])) return "subtotal";
  const held = columns.some(({ column, key }) => key !== null && !isEmptyCell(view.value(row, column)));
  if (filled.length === 0) return held && texts.length > 1 ? "line" : "note";
  return held || filled.length > 1 ? "line" : "note";
}

/** Whether formulas over other lines give all of a line. */
function isSummed(view: View, row: number, columns: readonly number[]): boolean {
  const formulas = columns
    .map((column) => view.grid.formulaAt(row, column))
    .filter((one) => one !== undefined);
  return (
    formulas.length >= columns.length / 2 && formulas.every((one) => /SUM|SUBTOTAL|^=[A-Z]+\d+\+/iu.test(one))
  );
}
