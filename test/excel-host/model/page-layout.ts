import { parseAddress } from "../grid/address.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { changeSheet, sheetState } from "../state/sheets.ts";
import { HeaderFooterGroup } from "./header-footer.ts";
import { areaOf, onGrid } from "./range-navigation.ts";
import type { RangeNavigation } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";

/** `Excel.PageLayout`: how a sheet prints. Kept, never drawn. */
export class PageLayout extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get orientation(): unknown {
    return this.#get("orientation", "Portrait");
  }

  set orientation(orientation: unknown) {
    if (orientation !== "Portrait" && orientation !== "Landscape") throw invalidArgument("orientation");
    this.#set("orientation", orientation);
  }

  get paperSize(): unknown {
    return this.#get("paperSize", "Letter");
  }

  set paperSize(paperSize: unknown) {
    this.#set("paperSize", paperSize);
  }

  get centerHorizontally(): unknown {
    return this.#get("centerHorizontally", false);
  }

  set centerHorizontally(center: unknown) {
    this.#set("centerHorizontally", center);
  }

  get centerVertically(): unknown {
    return this.#get("centerVertically", false);
  }

  set centerVertically(center: unknown) {
    this.#set("centerVertically", center);
  }

  get printGridlines(): unknown {
    return this.#get("printGridlines", false);
  }

  set printGridlines(print: unknown) {
    this.#set("printGridlines", print);
  }

  get zoom(): unknown {
    return this.#get("zoom", { scale: 100 });
  }

  set zoom(zoom: unknown) {
    this.#set("zoom", zoom);
  }

  /** All in points. */
  get leftMargin(): unknown {
    return this.#get("leftMargin", 50.4);
  }

  set leftMargin(points: unknown) {
    this.#set("leftMargin", points);
  }

  get rightMargin(): unknown {
    return this.#get("rightMargin", 50.4);
  }

  set rightMargin(points: unknown) {
    this.#set("rightMargin", points);
  }

  get topMargin(): unknown {
    return this.#get("topMargin", 54);
  }

  set topMargin(points: unknown) {
    this.#set("topMargin", points);
  }

  get bottomMargin(): unknown {
    return this.#get("bottomMargin", 54);
  }

  set bottomMargin(points: unknown) {
    this.#set("bottomMargin", points);
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.#session, this.#sheetId);
  }

  setPrintTitleRows(rows: RangeNavigation | string): void {
    this.#print("titleRows", rows);
  }

  getPrintTitleRowsOrNullObject(): Range | null {
    return this.#printed("titleRows");
  }

  setPrintArea(area: RangeNavigation | string): void {
    this.#print("area", area);
  }

  getPrintAreaOrNullObject(): Range | null {
    return this.#printed("area");
  }

  #print(key: string, where: RangeNavigation | string): void {
    const { printed } = sheetState(this.#session.book, this.#sheetId);
    const parsed = typeof where === "string" ? parseAddress(where) : where[areaOf];
    if (!parsed) throw invalidArgument("address");
    const area = onGrid({ ...parsed, sheetId: this.#sheetId });
    changeSheet(this.#session.book, this.#sheetId, { printed: { ...printed, [key]: area } });
  }

  #printed(key: string): Range | null {
    const area = sheetState(this.#session.book, this.#sheetId).printed[key];
    return area ? new Range(this.#session, area) : null;
  }

  #get(key: string, otherwise: unknown): unknown {
    return sheetState(this.#session.book, this.#sheetId).page[key] ?? otherwise;
  }

  #set(key: string, value: unknown): void {
    const { page } = sheetState(this.#session.book, this.#sheetId);
    changeSheet(this.#session.book, this.#sheetId, { page: { ...page, [key]: value } });
  }
}
