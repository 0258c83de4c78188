import type { IBorderData } from "@univerjs/presets";
import { requireUnlocked } from "../grid/enter-values.ts";
import { applyStyle } from "../grid/apply-style.ts";
import { stylesOf } from "../grid/format.ts";
import { boundedPart } from "../grid/line-size.ts";
import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { areaOf } from "./range-navigation.ts";
import type { Range } from "./range.ts";
import type { Session } from "./session.ts";

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

/** `Excel.RangeBorderCollection`. */
export class RangeBorders extends ExcelCollection<RangeBorder> {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get items(): RangeBorder[] {
    return EDGES.map((edge) => this.getItem(edge));
  }

  get count(): number {
    return EDGES.length;
  }

  getItem(edge: string): RangeBorder {
    if (!EDGES.includes(edge)) throw invalidArgument(`border ${edge}`);
    return new RangeBorder(this.#session, this.#range, edge);
  }

  override [itemByKey](key: unknown): RangeBorder {
    return this.getItem(String(key));
  }
}

/** Univer's names of line styles, by Excel's style and weight. */
const THIN = 1;
const LINES: Record<string, number> = {
  Continuous: THIN,
  Dot: 3,
  Dash: 4,
  DashDot: 5,
  DashDotDot: 6,
  Double: 7,
};
const WEIGHTS: Record<string, number> = { Hairline: 2, Thin: THIN, Medium: 8, Thick: 13 };

/** `Excel.RangeBorder`: the line at one edge, or between the cells. */
export class RangeBorder extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;
  readonly #edge: string;

  constructor(session: Session, range: Range, edge: string) {
    super();
    this.#session = session;
    this.#range = range;
    this.#edge = edge;
  }

  override [identity](): Identity {
    return { Id: this.#edge };
  }

  get id(): string {
    return this.#edge;
  }

  get sideIndex(): string {
    return this.#edge;
  }

  get style(): string {
    const line = this.#line();
    return line
      ? (Object.entries(LINES).find(([, number]) => number === line.s)?.[0] ?? "Continuous")
      : "None";
  }

  set style(style: string) {
    if (style !== "None" && !LINES[style]) throw invalidArgument(`line ${style}`);
    this.#draw(
      style === "None" ? null : { s: LINES[style] ?? THIN, cl: this.#line()?.cl ?? { rgb: "#000000" } },
    );
  }

  get color(): string {
    return (this.#line()?.cl.rgb ?? "#000000").toUpperCase();
  }

  set color(color: string) {
    this.#draw({ s: this.#line()?.s ?? THIN, cl: { rgb: color } });
  }

  get weight(): string {
    const line = this.#line();
    return Object.entries(WEIGHTS).find(([, number]) => number === line?.s)?.[0] ?? "Thin";
  }

  set weight(weight: string) {
    this.#draw({ s: WEIGHTS[weight] ?? THIN, cl: this.#line()?.cl ?? { rgb: "#000000" } });
  }

  #line() {
    const [rows, columns] = [this.#range.rowCount, this.#range.columnCount];
    const styles = stylesOf(this.#session.book, boundedPart(this.#session.book, this.#range[areaOf]));
    const at =
      { EdgeBottom: styles[rows - 1]?.[0], EdgeRight: styles[0]?.[columns - 1] }[this.#edge] ??
      styles[0]?.[0];
    const side =
      sideFor(this.#edge, 0, 0, rows, columns) ?? sideFor(this.#edge, rows - 1, columns - 1, rows, columns);
    return (side && at?.bd?.[side]) || undefined;
  }

  #draw(line: IBorderData["t"]): void {
    const area = this.#range[areaOf];
    requireUnlocked(this.#session.book, area);
    applyStyle(this.#session.book, area, (row, column) => {
      const side = sideFor(this.#edge, row, column, area.rows, area.columns);
      return side && { bd: { [side]: line ?? null } };
    });
  }
}

/** The side of one cell that an edge of the whole range touches. */
function sideFor(
  edge: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): "t" | "b" | "l" | "r" | undefined {
  if (edge === "EdgeTop" && row === 0) return "t";
  if (edge === "EdgeBottom" && row === rows - 1) return "b";
  if (edge === "EdgeLeft" && column === 0) return "l";
  if (edge === "EdgeRight" && column === columns - 1) return "r";
  if (edge === "InsideHorizontal" && row < rows - 1) return "b";
  if (edge === "InsideVertical" && column < columns - 1) return "r";
  return undefined;
}
