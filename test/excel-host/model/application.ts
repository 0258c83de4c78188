import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import type { Session } from "./session.ts";

/** `Excel.Application`. */
export class Application extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get calculationMode(): string {
    return this.#session.calculationMode;
  }

  set calculationMode(mode: string) {
    if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(mode))
      throw invalidArgument(`calculation mode ${mode}`);
    this.#session.calculationMode = mode;
  }

  get calculationState(): string {
    return "Done";
  }

  get decimalSeparator(): string {
    return this.cultureInfo.numberFormat.numberDecimalSeparator;
  }

  get thousandsSeparator(): string {
    return this.cultureInfo.numberFormat.numberGroupSeparator;
  }

  get useSystemSeparators(): boolean {
    return true;
  }

  get cultureInfo(): CultureInfo {
    return new CultureInfo(this.#session);
  }

  calculate(_type: string): void {
    this.#session.recalculate();
  }

  /** Univer draws after the batch in any case. */
  suspendScreenUpdatingUntilNextSync(): void {}

  /** Univer calculates after the batch in any case. */
  suspendApiCalculationUntilNextSync(): void {}
}

/** `Excel.CultureInfo`. */
class CultureInfo extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get name(): string {
    return this.#session.book.locale;
  }

  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.#session);
  }

  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo();
  }
}

/** `Excel.NumberFormatInfo`. */
class NumberFormatInfo extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get numberDecimalSeparator(): string {
    return this.#locale.decimal;
  }

  get numberGroupSeparator(): string {
    return this.#locale.group;
  }

  get currencySymbol(): string {
    return "$";
  }

  get #locale(): { decimal: string; group: string } {
    const { numfmt } = this.#session.book.parts;
    return numfmt.getLocale(this.#session.book.locale) ?? { decimal: ".", group: "," };
  }
}

/** `Excel.DatetimeFormatInfo` of a Colombian Windows. */
class DatetimeFormatInfo extends ExcelObject {
  get dateSeparator(): string {
    return "/";
  }

  get shortDatePattern(): string {
    return "d/MM/yyyy";
  }

  get longDatePattern(): string {
    return "dddd, d 'de' MMMM 'de' yyyy";
  }

  get timeSeparator(): string {
    return ":";
  }
}
