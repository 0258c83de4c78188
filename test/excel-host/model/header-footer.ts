import { ExcelObject } from "../protocol/excel-object.ts";
import { changeSheet, sheetState } from "../state/sheets.ts";
import type { Session } from "./session.ts";

/** `Excel.HeaderFooterGroup`: one header and footer for all pages is what we use. */
export class HeaderFooterGroup extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.#session, this.#sheetId);
  }

  get state(): string {
    return "Default";
  }
}

/** `Excel.HeaderFooter`. */
class HeaderFooter extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get leftHeader(): string {
    return this.#get("leftHeader");
  }

  set leftHeader(text: string) {
    this.#set("leftHeader", text);
  }

  get centerHeader(): string {
    return this.#get("centerHeader");
  }

  set centerHeader(text: string) {
    this.#set("centerHeader", text);
  }

  get rightHeader(): string {
    return this.#get("rightHeader");
  }

  set rightHeader(text: string) {
    this.#set("rightHeader", text);
  }

  get leftFooter(): string {
    return this.#get("leftFooter");
  }

  set leftFooter(text: string) {
    this.#set("leftFooter", text);
  }

  get centerFooter(): string {
    return this.#get("centerFooter");
  }

  set centerFooter(text: string) {
    this.#set("centerFooter", text);
  }

  get rightFooter(): string {
    return this.#get("rightFooter");
  }

  set rightFooter(text: string) {
    this.#set("rightFooter", text);
  }

  #get(part: string): string {
    return sheetState(this.#session.book, this.#sheetId).headerFooter[part] ?? "";
  }

  #set(part: string, text: string): void {
    const { headerFooter } = sheetState(this.#session.book, this.#sheetId);
    changeSheet(this.#session.book, this.#sheetId, { headerFooter: { ...headerFooter, [part]: text } });
  }
}
