import { ExcelObject } from "../protocol/excel-object.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** 30 December 1899 is day 0 of workbooks that count from 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** `Excel.Functions`: worksheet functions without a cell. */
export class Functions extends ExcelObject {
  date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult((Date.UTC(year, month - 1, day) - DAY_ZERO) / MILLISECONDS_PER_DAY);
  }
}

/** `Excel.FunctionResult`. */
class FunctionResult extends ExcelObject {
  readonly #value: number;

  constructor(value: number) {
    super();
    this.#value = value;
  }

  get value(): number {
    return this.#value;
  }

  get error(): string {
    return "";
  }
}
