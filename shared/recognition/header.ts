import { isEmptyCell, type View } from "./view.ts";

/** A column as its header names it. */
export interface HeaderColumn {
  /** Column of the worksheet, from 0. */
  readonly column: number;
  /** All lines of its header. */
  readonly header: string;
  /** What may be its name: the last line alone, and all lines. */
  readonly readings: readonly string[];
}

/** Some rows that may be a header together; the last one names the columns. */
export interface Header {
  readonly rows: readonly number[];
  readonly columns: readonly HeaderColumn[];
}

export interface Span {
  readonly left: number;
  readonly right: number;
}

/** The ways in which a row may name columns: alone, below a line of groups, above a line of units. */
export function headersAt(view: View, row: number, span: Span): readonly Header[] {
  const grouped = row > 0 && isGroupLine(view, row - 1, row, span);
  const measured = isUnitLine(view, row + 1, span);
  const ways = [[row], ...(grouped ? [[row - 1, row]] : [])];
  return ways.map((rows) => (measured ? withUnits : readHeader)(view, rows, span));
}

function readHeader(view: View, rows: readonly number[], span: Span): Header {
  const columns: HeaderColumn[] = [];
  for (let column = span.left; column <= span.right; column += 1) {
    const name = nameAt(view, rows.at(-1) ?? 0, column);
    const group = rows.length > 1 ? view.text(rows[0] ?? 0, column) : "";
    columns.push(describe(column, group, name));
  }
  return { rows, columns };
}

function withUnits(view: View, rows: readonly number[], span: Span): Header {
  const below = (rows.at(-1) ?? 0) + 1;
  const columns = readHeader(view, rows, span).columns.map((column) => {
    const unit = view.text(below, column.column).replace(/[()]/gu, "");
    return unit === "" || column.header === "" ? column : { ...column, header: `${column.header} (${unit})` };
  });
  return { rows: [...rows, below], columns };
}

function describe(column: number, upper: string, name: string): HeaderColumn {
  if (name === "") return { column, header: "", readings: [] };
  if (upper === "" || upper === name) return { column, header: name, readings: [name] };
  return { column, header: `${upper} ${name}`, readings: [name, `${upper} ${name}`] };
}

/** What a row says of a column: a cell merged sideways names its first column only. */
function nameAt(view: View, row: number, column: number): string {
  const area = view.mergeAt(row, column);
  return area && area.left < column ? "" : view.text(row, column);
}

/** A line of groups: some texts, merged sideways or down into the line of names, or broken words of the names. */
function isGroupLine(view: View, row: number, names: number, { left, right }: Span): boolean {
  const texts = new Set<string>();
  let down = 0;
  for (let column = left; column <= right; column += 1) {
    const cell = view.spread(row, column);
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== "string" || cell.includes(":") || cell.length > 60) return false;
    const area = view.mergeAt(row, column);
    if (area && area.bottom >= names) down += 1;
    if (area && area.left <= left && area.right >= right) return false;
    texts.add(view.text(row, column));
  }
  return texts.size >= 2 || down > 0;
}

const unit =
  /^\W*(?:cop|pesos|\$|m3|m³|dd[/-]mm[/-](?:a+|y+)|sí ?\/ ?no|si ?\/ ?no|texto|lista|fecha|número|numero|#|%|und|unidad|millones|miles|en millones|mm|dia\/mes\/año|día\/mes\/año)(?: de pesos)?\W*$/iu;

/** A line that only says in what the columns above it are counted. */
function isUnitLine(view: View, row: number, { left, right }: Span): boolean {
  let filled = 0;
  let units = 0;
  for (let column = left; column <= right; column += 1) {
    const text = view.text(row, column);
    if (text === "") continue;
    filled += 1;
    if (unit.test(text)) units += 1;
  }
  return filled > 0 && units / filled >= 0.6;
}
