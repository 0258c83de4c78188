import { contains } from "../grid/area.ts";
import { without } from "../grid/area-difference.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { changeSheet, sheetState } from "../state/sheets.ts";
import { areaOf } from "./range-navigation.ts";
import type { Range } from "./range.ts";
import type { Session } from "./session.ts";

/** `Excel.FormatProtection`: whether cells are locked once their sheet is protected. Cells are, unless told otherwise. */
export class FormatProtection extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get locked(): boolean | null {
    const area = this.#range[areaOf];
    const { unlocked } = sheetState(this.#session.book, area.sheetId);
    if (unlocked.some((free) => contains(free, area))) return false;
    return unlocked.some((free) => without(area, free).length !== 1 || without(area, free)[0] !== area)
      ? null
      : true;
  }

  set locked(locked: boolean) {
    const area = this.#range[areaOf];
    requireUnprotected(this.#session.book, area.sheetId);
    const { unlocked } = sheetState(this.#session.book, area.sheetId);
    const others = unlocked.flatMap((free) => without(free, area));
    changeSheet(this.#session.book, area.sheetId, { unlocked: locked ? others : [...others, area] });
  }
}
