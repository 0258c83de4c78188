import { intersection } from "../grid/area.ts";
import { without } from "../grid/area-difference.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { ConditionalFormatState } from "../state/state.ts";
import { ConditionalFormatRule } from "./conditional-format-rule.ts";
import { areaOf } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";

const TYPES = new Set(["Custom", "CellValue", "ContainsText"]);

/** `Excel.ConditionalFormatCollection` of a range. */
export class ConditionalFormatCollection extends ExcelCollection<ConditionalFormat> {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get items(): ConditionalFormat[] {
    const area = this.#range[areaOf];
    return this.#session.book.state.conditionalFormats
      .filter(({ areas }) => areas.some((part) => intersection(part, area)))
      .map(({ id }) => new ConditionalFormat(this.#session, id));
  }

  add(type: string): ConditionalFormat {
    if (!TYPES.has(type)) throw invalidArgument(`conditional format ${type}`);
    const area = this.#range[areaOf];
    requireUnprotected(this.#session.book, area.sheetId);
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    const format: ConditionalFormatState = {
      id,
      areas: [area],
      type,
      rule: {},
      format: {},
      stopIfTrue: false,
    };
    const others = this.#session.book.state.conditionalFormats;
    this.#session.book.setState({ conditionalFormats: [format, ...others] }, { undoable: true });
    return new ConditionalFormat(this.#session, id);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(id: string): ConditionalFormat {
    const found = this.getItemOrNullObject(id);
    if (!found) throw itemNotFound(`conditional format ${id}`);
    return found;
  }

  getItemOrNullObject(id: string): ConditionalFormat | null {
    return this.items.find((format) => format.id === id) ?? null;
  }

  getItemAt(index: number): ConditionalFormat {
    const found = this.items[index];
    if (!found) throw itemNotFound(`conditional format ${index}`);
    return found;
  }

  clearAll(): void {
    const area = this.#range[areaOf];
    requireUnprotected(this.#session.book, area.sheetId);
    const conditionalFormats = this.#session.book.state.conditionalFormats.flatMap((format) => {
      const areas = format.areas.flatMap((part) => without(part, area));
      return areas.length ? { ...format, areas } : [];
    });
    this.#session.book.setState({ conditionalFormats }, { undoable: true });
  }

  override [itemByKey](key: unknown): ConditionalFormat {
    return this.getItem(String(key));
  }
}

/** `Excel.ConditionalFormat`. */
export class ConditionalFormat extends ExcelObject {
  readonly #session: Session;
  readonly #id: string;

  constructor(session: Session, id: string) {
    super();
    this.#session = session;
    this.#id = id;
  }

  override [identity](): Identity {
    return { Id: this.#id };
  }

  get id(): string {
    return this.#id;
  }

  get type(): string {
    return this.#state.type;
  }

  get priority(): number {
    return this.#session.book.state.conditionalFormats.findIndex(({ id }) => id === this.#id);
  }

  set priority(priority: number) {
    const others = this.#session.book.state.conditionalFormats.filter(({ id }) => id !== this.#id);
    const conditionalFormats = others.toSpliced(priority, 0, this.#state);
    this.#session.book.setState({ conditionalFormats }, { undoable: true });
  }

  get stopIfTrue(): boolean {
    return this.#state.stopIfTrue;
  }

  set stopIfTrue(stopIfTrue: boolean) {
    this.#change({ stopIfTrue });
  }

  get customOrNullObject(): ConditionalFormatRule | null {
    return this.#as("Custom");
  }

  get custom(): ConditionalFormatRule {
    return this.#require("Custom");
  }

  get cellValueOrNullObject(): ConditionalFormatRule | null {
    return this.#as("CellValue");
  }

  get cellValue(): ConditionalFormatRule {
    return this.#require("CellValue");
  }

  get textComparisonOrNullObject(): ConditionalFormatRule | null {
    return this.#as("ContainsText");
  }

  get textComparison(): ConditionalFormatRule {
    return this.#require("ContainsText");
  }

  delete(): void {
    const conditionalFormats = this.#session.book.state.conditionalFormats.filter(
      ({ id }) => id !== this.#id,
    );
    this.#session.book.setState({ conditionalFormats }, { undoable: true });
  }

  getRange(): Range {
    const [area] = this.#state.areas;
    if (!area) throw itemNotFound(`cells of ${this.#id}`);
    return new Range(this.#session, area);
  }

  changeRuleToCustom(properties: { formula: string }): void {
    this.#change({ type: "Custom", rule: { formula: properties.formula } });
  }

  setRanges(ranges: Range | string): void {
    if (!(ranges instanceof Range)) throw invalidArgument("ranges");
    this.#change({ areas: [ranges[areaOf]] });
  }

  get #state(): ConditionalFormatState {
    const found = this.#session.book.state.conditionalFormats.find(({ id }) => id === this.#id);
    if (!found) throw itemNotFound(`conditional format ${this.#id}`);
    return found;
  }

  #as(type: string): ConditionalFormatRule | null {
    const read = (): ConditionalFormatState => this.#state;
    return this.#state.type === type
      ? new ConditionalFormatRule(read, (change) => this.#change(change))
      : null;
  }

  #require(type: string): ConditionalFormatRule {
    const rule = this.#as(type);
    if (!rule) throw invalidArgument(`the format is not of type ${type}`);
    return rule;
  }

  #change(change: Partial<ConditionalFormatState>): void {
    const conditionalFormats = this.#session.book.state.conditionalFormats.map((format) =>
      format.id === this.#id ? { ...format, ...change } : format,
    );
    this.#session.book.setState({ conditionalFormats }, { undoable: true });
  }
}
