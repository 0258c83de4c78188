import { ExcelCollection, ExcelObject, itemByKey } from "../protocol/excel-object.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import type { Range } from "./range.ts";

/** `Excel.RangeAreas`: several rectangles of one worksheet, as far as they are looked at. */
export class RangeAreas extends ExcelObject {
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }

  get address(): string {
    return this.#ranges.map(({ address }) => address).join(",");
  }

  get areaCount(): number {
    return this.#ranges.length;
  }

  get cellCount(): number {
    return this.#ranges.reduce((sum, { cellCount }) => sum + cellCount, 0);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.#ranges);
  }
}

/** `Excel.RangeCollection`. */
export class RangeCollection extends ExcelCollection<Range> {
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }

  get items(): Range[] {
    return [...this.#ranges];
  }

  getCount(): number {
    return this.#ranges.length;
  }

  getItemAt(index: number): Range {
    const found = this.#ranges[index];
    if (!found) throw itemNotFound(`range ${index}`);
    return found;
  }

  override [itemByKey](key: unknown): Range {
    return this.getItemAt(Number(key));
  }
}
