import { lastColumn, lastRow } from "../grid/area.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { areaOf } from "./range-navigation.ts";
import type { RangeNavigation } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";

/** `Excel.WorksheetFreezePanes`. */
export class FreezePanes extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  freezeRows(count = 1): void {
    this.#freeze(count, 0);
  }

  freezeColumns(count = 1): void {
    this.#freeze(0, count);
  }

  /** Everything above and left of the end of the given cells stays in sight. */
  freezeAt(frozen: RangeNavigation): void {
    const area = frozen[areaOf];
    this.#freeze(lastRow(area) + 1, lastColumn(area) + 1);
  }

  unfreeze(): void {
    this.#freeze(0, 0);
  }

  getLocationOrNullObject(): Range | null {
    const { xSplit: columns, ySplit: rows } = this.#session.book.sheet(this.#sheetId).getFreeze();
    if (!rows && !columns) return null;
    const area = {
      sheetId: this.#sheetId,
      row: 0,
      column: 0,
      rows: rows || 1_048_576,
      columns: columns || 16_384,
    };
    return new Range(this.#session, area);
  }

  #freeze(rows: number, columns: number): void {
    const { book } = this.#session;
    const before = book.sheet(this.#sheetId).getFreeze();
    const freeze = { startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns };
    const id = "sheet.mutation.set-frozen";
    const target = { unitId: book.unitId, subUnitId: this.#sheetId };
    book.execute([{ id, params: { ...target, ...freeze } }], [{ id, params: { ...target, ...before } }]);
  }
}
