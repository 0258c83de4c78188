import type { IStyleData } from "@univerjs/presets";
import { requireUnlocked } from "../grid/enter-values.ts";
import { applyStyle } from "../grid/apply-style.ts";
import { stylesOf } from "../grid/format.ts";
import { autofit, boundedPart, lineSize, setLineSize } from "../grid/line-size.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { FormatProtection } from "./format-protection.ts";
import { areaOf } from "./range-navigation.ts";
import type { Range } from "./range.ts";
import { RangeBorders } from "./range-borders.ts";
import type { Session } from "./session.ts";

/** Reads one fact of a block's styles: the value when all cells agree, otherwise null, as Office.js gives it. */
export function common<T>(session: Session, range: Range, read: (style: IStyleData) => T): T | null {
  const [first, ...others] = stylesOf(session.book, boundedPart(session.book, range[areaOf])).flat();
  const value = read(first ?? {});
  return others.every((style) => read(style) === value) ? value : null;
}

/** Sets the same style on every cell of a range. */
export function paint(session: Session, range: Range, style: IStyleData): void {
  requireUnlocked(session.book, range[areaOf]);
  applyStyle(session.book, range[areaOf], () => style);
}

const HORIZONTAL = ["General", "Left", "Center", "Right", "Justify", "Distributed"];
const VERTICAL = ["Bottom", "Top", "Center", "Bottom"];
const WRAP = 3;
const OVERFLOW = 1;

/** `Excel.RangeFormat`. */
export class RangeFormat extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get fill(): RangeFill {
    return new RangeFill(this.#session, this.#range);
  }

  get font(): RangeFont {
    return new RangeFont(this.#session, this.#range);
  }

  get borders(): RangeBorders {
    return new RangeBorders(this.#session, this.#range);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.#session, this.#range);
  }

  get horizontalAlignment(): string | null {
    return common(this.#session, this.#range, (style) => HORIZONTAL[style.ht ?? 0] ?? "General");
  }

  set horizontalAlignment(alignment: string) {
    const ht = HORIZONTAL.indexOf(alignment);
    if (ht < 0) throw invalidArgument(`alignment ${alignment}`);
    paint(this.#session, this.#range, { ht: ht || null });
  }

  get verticalAlignment(): string | null {
    return common(this.#session, this.#range, (style) => VERTICAL[style.vt ?? 0] ?? "Bottom");
  }

  set verticalAlignment(alignment: string) {
    const vt = ["Top", "Center", "Bottom"].indexOf(alignment) + 1;
    if (!vt) throw invalidArgument(`alignment ${alignment}`);
    paint(this.#session, this.#range, { vt });
  }

  get wrapText(): boolean | null {
    return common(this.#session, this.#range, (style) => style.tb === WRAP);
  }

  set wrapText(wrap: boolean) {
    paint(this.#session, this.#range, { tb: wrap ? WRAP : OVERFLOW });
  }

  /** One level is about three spaces; Univer pads in pixels. */
  get indentLevel(): number | null {
    return common(this.#session, this.#range, (style) => Math.round((style.pd?.l ?? 0) / INDENT_PIXELS));
  }

  set indentLevel(level: number) {
    paint(this.#session, this.#range, { pd: { l: level * INDENT_PIXELS } });
  }

  /** In points, as Office.js has it. */
  get columnWidth(): number | null {
    return lineSize(this.#session.book, this.#range[areaOf], "column");
  }

  set columnWidth(points: number) {
    setLineSize(this.#session.book, this.#range[areaOf], "column", points);
  }

  get rowHeight(): number | null {
    return lineSize(this.#session.book, this.#range[areaOf], "row");
  }

  set rowHeight(points: number) {
    setLineSize(this.#session.book, this.#range[areaOf], "row", points);
  }

  autofitColumns(): void {
    autofit(this.#session.book, this.#range[areaOf], "column");
  }

  autofitRows(): void {
    autofit(this.#session.book, this.#range[areaOf], "row");
  }
}

const INDENT_PIXELS = 9;

/** `Excel.RangeFill`. */
export class RangeFill extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  /** `#RRGGBB`; white where there is no fill, null where cells differ. */
  get color(): string | null {
    return common(this.#session, this.#range, (style) => (style.bg?.rgb ?? "#FFFFFF").toUpperCase());
  }

  set color(color: string) {
    paint(this.#session, this.#range, { bg: color ? { rgb: hexColor(color) } : null });
  }

  clear(): void {
    paint(this.#session, this.#range, { bg: null });
  }
}

/** `Excel.RangeFont`. */
export class RangeFont extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get bold(): boolean | null {
    return common(this.#session, this.#range, (style) => style.bl === 1);
  }

  set bold(bold: boolean) {
    paint(this.#session, this.#range, { bl: bold ? 1 : 0 });
  }

  get italic(): boolean | null {
    return common(this.#session, this.#range, (style) => style.it === 1);
  }

  set italic(italic: boolean) {
    paint(this.#session, this.#range, { it: italic ? 1 : 0 });
  }

  get underline(): string | null {
    return common(this.#session, this.#range, (style) => (style.ul?.s === 1 ? "Single" : "None"));
  }

  set underline(underline: string) {
    paint(this.#session, this.#range, { ul: { s: underline === "None" ? 0 : 1 } });
  }

  get strikethrough(): boolean | null {
    return common(this.#session, this.#range, (style) => style.st?.s === 1);
  }

  set strikethrough(strikethrough: boolean) {
    paint(this.#session, this.#range, { st: { s: strikethrough ? 1 : 0 } });
  }

  get color(): string | null {
    return common(this.#session, this.#range, (style) => (style.cl?.rgb ?? "#000000").toUpperCase());
  }

  set color(color: string) {
    paint(this.#session, this.#range, { cl: { rgb: hexColor(color) } });
  }

  /** In points. */
  get size(): number | null {
    return common(this.#session, this.#range, (style) => style.fs ?? 11);
  }

  set size(points: number) {
    paint(this.#session, this.#range, { fs: points });
  }

  get name(): string | null {
    return common(this.#session, this.#range, (style) => style.ff ?? "Calibri");
  }

  set name(name: string) {
    paint(this.#session, this.#range, { ff: name });
  }
}

/** `#rrggbb`, `rrggbb` or a colour's English name, as Office.js takes them. */
export const hexColor = (color: string): string => (/^[0-9a-f]{6}$/i.test(color) ? `#${color}` : color);
