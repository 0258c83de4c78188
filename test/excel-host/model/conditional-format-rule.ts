import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import type { ConditionalFormatState } from "../state/state.ts";

type Change = (change: Partial<ConditionalFormatState>) => void;
type Read = () => ConditionalFormatState;
type Facts = Readonly<Record<string, unknown>>;

/**
 * `Excel.CustomConditionalFormat`, `CellValueConditionalFormat` and `TextConditionalFormat`: a rule and the format of
 * the cells it holds for.
 */
export class ConditionalFormatRule extends ExcelObject {
  readonly #read: Read;
  readonly #change: Change;

  constructor(read: Read, change: Change) {
    super();
    this.#read = read;
    this.#change = change;
  }

  /** An object with a formula for custom formats, plain criteria for the others. */
  get rule(): CustomRule | Facts {
    return this.#read().type === "Custom" ? new CustomRule(this.#read, this.#change) : this.#read().rule;
  }

  set rule(rule: unknown) {
    if (typeof rule !== "object" || rule === null) throw invalidArgument("rule");
    this.#change({ rule: { ...rule } });
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.#read, this.#change);
  }
}

/** `Excel.ConditionalFormatRule`. */
class CustomRule extends ExcelObject {
  readonly #read: Read;
  readonly #change: Change;

  constructor(read: Read, change: Change) {
    super();
    this.#read = read;
    this.#change = change;
  }

  get formula(): string {
    return textOrNull(this.#read().rule.formula) ?? "";
  }

  set formula(formula: string) {
    this.#change({ rule: { ...this.#read().rule, formula } });
  }
}

/** `Excel.ConditionalRangeFormat`. */
class ConditionalRangeFormat extends ExcelObject {
  readonly #read: Read;
  readonly #change: Change;

  constructor(read: Read, change: Change) {
    super();
    this.#read = read;
    this.#change = change;
  }

  get fill(): ConditionalFill {
    return new ConditionalFill(this.#read, this.#change);
  }

  get font(): ConditionalFont {
    return new ConditionalFont(this.#read, this.#change);
  }

  get numberFormat(): string | null {
    return textOrNull(this.#read().format.numberFormat);
  }

  set numberFormat(numberFormat: string) {
    this.#change({ format: { ...this.#read().format, numberFormat } });
  }
}

/** `Excel.ConditionalRangeFill`. */
class ConditionalFill extends ExcelObject {
  readonly #read: Read;
  readonly #change: Change;

  constructor(read: Read, change: Change) {
    super();
    this.#read = read;
    this.#change = change;
  }

  get color(): string | null {
    return textOrNull(this.#read().format.fill);
  }

  set color(fill: string) {
    this.#change({ format: { ...this.#read().format, fill } });
  }

  clear(): void {
    const { fill: _fill, ...format } = this.#read().format;
    this.#change({ format });
  }
}

/** `Excel.ConditionalRangeFont`. */
class ConditionalFont extends ExcelObject {
  readonly #read: Read;
  readonly #change: Change;

  constructor(read: Read, change: Change) {
    super();
    this.#read = read;
    this.#change = change;
  }

  get color(): string | null {
    return textOrNull(this.#read().format.fontColor);
  }

  set color(fontColor: string) {
    this.#change({ format: { ...this.#read().format, fontColor } });
  }

  get bold(): boolean | null {
    return flagOrNull(this.#read().format.bold);
  }

  set bold(bold: boolean) {
    this.#change({ format: { ...this.#read().format, bold } });
  }

  get italic(): boolean | null {
    return flagOrNull(this.#read().format.italic);
  }

  set italic(italic: boolean) {
    this.#change({ format: { ...this.#read().format, italic } });
  }

  get strikethrough(): boolean | null {
    return flagOrNull(this.#read().format.strikethrough);
  }

  set strikethrough(strikethrough: boolean) {
    this.#change({ format: { ...this.#read().format, strikethrough } });
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
const flagOrNull = (value: unknown): boolean | null => (typeof value === "boolean" ? value : null);
