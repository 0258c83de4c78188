import { absoluteCells, fullAddress, parseAddress } from "../grid/address.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { NameState } from "../state/state.ts";
import { bodyArea, findTable } from "../state/tables.ts";
import { areaOf, onGrid } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";
import { Worksheet } from "./worksheet.ts";

/** The cells a name or a table stands for; a sheet's own names come first. */
export function areaOfName(book: Book, name: string, sheetId: string | undefined): Area | undefined {
  const found = findName(book, name, sheetId) ?? findName(book, name, undefined);
  const table = found ? undefined : findTable(book, name);
  return found?.area ?? (table && bodyArea(table));
}

const findName = (book: Book, name: string, sheetId: string | undefined): NameState | undefined =>
  book.state.names.find((item) => item.sheetId === sheetId && item.name.toLowerCase() === name.toLowerCase());

/** `Excel.NamedItemCollection` of the workbook, or of one sheet. */
export class NamedItemCollection extends ExcelCollection<NamedItem> {
  readonly #session: Session;
  readonly #sheetId: string | undefined;

  constructor(session: Session, sheetId?: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get items(): NamedItem[] {
    const names = this.#session.book.state.names.filter(({ sheetId }) => sheetId === this.#sheetId);
    return names.map(({ name }) => new NamedItem(this.#session, name, this.#sheetId));
  }

  add(name: string, reference: Range | string, comment = ""): NamedItem {
    const { book } = this.#session;
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseAddress(name))
      throw invalidArgument(`name ${name}`);
    if (findName(book, name, this.#sheetId) || findTable(book, name))
      throw invalidArgument(`the name ${name} is taken`);
    const item: NameState = {
      name,
      sheetId: this.#sheetId,
      visible: true,
      comment,
      ...this.#meaning(reference),
    };
    book.setState({ names: [...book.state.names, item] }, { undoable: true });
    return new NamedItem(this.#session, name, this.#sheetId);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(name: string): NamedItem {
    const found = this.getItemOrNullObject(name);
    if (!found) throw itemNotFound(`name ${name}`);
    return found;
  }

  getItemOrNullObject(name: string): NamedItem | null {
    const found = findName(this.#session.book, name, this.#sheetId);
    return found ? new NamedItem(this.#session, found.name, this.#sheetId) : null;
  }

  override [itemByKey](key: unknown): NamedItem {
    return this.getItem(String(key));
  }

  #meaning(reference: Range | string): Pick<NameState, "formula" | "area"> {
    const { book } = this.#session;
    if (reference instanceof Range)
      return { formula: `=${absolute(book, reference[areaOf])}`, area: reference[areaOf] };
    return {
      formula: reference.startsWith("=") ? reference : `=${reference}`,
      area: areaOfFormula(book, reference),
    };
  }
}

/** `=Hoja1!$A$1:$B$2` as cells, undefined when the formula is something else. */
export function areaOfFormula(book: Book, formula: string): Area | undefined {
  const parsed = parseAddress(formula.replace(/^=/, ""));
  const sheet =
    parsed?.sheetName === undefined ? undefined : book.workbook.getSheetBySheetName(parsed.sheetName);
  return parsed && sheet ? onGrid({ ...parsed, sheetId: sheet.getSheetId() }) : undefined;
}

/** `Hoja1!$A$1:$B$2`. */
export function absolute(book: Book, area: Area): string {
  return fullAddress(book.sheet(area.sheetId).getName(), area).replace(/[^!]*$/, absoluteCells(area));
}

/** `Excel.NamedItem`. */
export class NamedItem extends ExcelObject {
  readonly #session: Session;
  readonly #name: string;
  readonly #sheetId: string | undefined;

  constructor(session: Session, name: string, sheetId: string | undefined) {
    super();
    this.#session = session;
    this.#name = name;
    this.#sheetId = sheetId;
  }

  override [identity](): Identity {
    return { _Id: this.#state.name };
  }

  get name(): string {
    return this.#state.name;
  }

  get type(): string {
    return this.#state.area ? "Range" : "String";
  }

  get value(): string {
    const { area, formula } = this.#state;
    return area
      ? fullAddress(this.#session.book.sheet(area.sheetId).getName(), area)
      : formula.replace(/^="?|"?$/g, "");
  }

  get formula(): string {
    const { area, formula } = this.#state;
    return area ? `=${absolute(this.#session.book, area)}` : formula;
  }

  set formula(formula: string) {
    this.#change({ formula, area: areaOfFormula(this.#session.book, formula) });
  }

  get scope(): string {
    return this.#sheetId === undefined ? "Workbook" : "Worksheet";
  }

  get visible(): boolean {
    return this.#state.visible;
  }

  set visible(visible: boolean) {
    this.#change({ visible });
  }

  get comment(): string {
    return this.#state.comment;
  }

  set comment(comment: string) {
    this.#change({ comment });
  }

  get worksheetOrNullObject(): Worksheet | null {
    return this.#sheetId === undefined ? null : new Worksheet(this.#session, this.#sheetId);
  }

  getRange(): Range {
    const found = this.getRangeOrNullObject();
    if (!found) throw itemNotFound(`cells of ${this.#name}`);
    return found;
  }

  getRangeOrNullObject(): Range | null {
    const { area } = this.#state;
    return area ? new Range(this.#session, area) : null;
  }

  delete(): void {
    const gone = this.#state;
    const names = this.#session.book.state.names.filter((item) => item !== gone);
    this.#session.book.setState({ names }, { undoable: true });
  }

  get #state(): NameState {
    const found = findName(this.#session.book, this.#name, this.#sheetId);
    if (!found) throw itemNotFound(`name ${this.#name}`);
    return found;
  }

  #change(change: Partial<NameState>): void {
    const before = this.#state;
    const names = this.#session.book.state.names.map((item) =>
      item === before ? { ...item, ...change } : item,
    );
    this.#session.book.setState({ names }, { undoable: true });
  }
}
