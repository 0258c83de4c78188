import type { ICellData, IStyleData } from "@univerjs/presets";
import type { SavableExcel } from "./saved-excel.ts";

/** All that people see or may find of a workbook, in a form that can be compared. */
export function factsOf(excel: Pick<SavableExcel, "save">) {
  const { workbook, state } = excel.save();
  const sheets = Object.values(workbook.sheets).map((sheet) => ({
    name: sheet.name,
    cells: cellsOf(sheet.cellData ?? {}, workbook.styles),
    merges: (sheet.mergeData ?? [])
      .map(({ startRow, startColumn, endRow, endColumn }) =>
        [startRow, startColumn, endRow, endColumn].join(),
      )
      .toSorted(),
    columns: linesOf(sheet.columnData ?? {}, ({ w, hd }) => [w, hd ?? 0]),
    rows: linesOf(sheet.rowData ?? {}, ({ h, hd }) => [h, hd ?? 0]),
    freeze: sheet.freeze,
  }));
  return {
    sheets,
    tables: state.tables.map(({ name, area, columns, style }) => ({
      name,
      area,
      style,
      names: columns.map((one) => one.name),
    })),
    names: state.names.map(({ name, formula, area }) => ({ name, formula, area })),
    validations: state.validations,
    rules: state.conditionalFormats.map(({ areas, type, rule, format }) => ({ areas, type, rule, format })),
    filters: Object.entries(state.sheets).flatMap(([id, { filter }]) => (filter ? [{ id, filter }] : [])),
  };
}

type Matrix = Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
type Styles = Readonly<Record<string, IStyleData | null | undefined>>;

function cellsOf(cells: object, styles: object): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [row, line] of Object.entries(cells as Matrix))
    for (const [column, cell] of Object.entries(line)) {
      // What a formula comes to, and the number format that it brings along, are calculated anew.
      const content = cell?.f ? [cell.f] : [cell?.v ?? "", styleOf(cell, styles as Styles)];
      if (content.some((part) => part !== "")) found[`${row},${column}`] = content;
    }
  return found;
}

function styleOf(cell: ICellData | null, styles: Styles): string {
  const style = typeof cell?.s === "string" ? styles[cell.s] : cell?.s;
  const entries = Object.entries(style ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return entries.length === 0
    ? ""
    : JSON.stringify(entries.toSorted(([one], [other]) => one.localeCompare(other)));
}

interface Line {
  readonly w?: number;
  readonly h?: number;
  readonly hd?: number;
}

function linesOf(lines: object, facts: (line: Line) => readonly unknown[]): unknown {
  const known = Object.entries(lines as Record<string, Line>).map(([line, content]) => [
    line,
    ...facts(content),
  ]);
  return known.filter(([, ...values]) => values.some((value) => value !== undefined && value !== 0));
}
