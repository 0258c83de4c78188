import { ExcelObject } from "../protocol/excel-object.ts";
import { bodyArea, tableById } from "../state/tables.ts";
import { sortArea } from "./range-sort.ts";
import type { SortField } from "./range-sort.ts";
import type { Session } from "./session.ts";

/** `Excel.TableSort`. */
export class TableSort extends ExcelObject {
  readonly #session: Session;
  readonly #tableId: string;

  constructor(session: Session, tableId: string) {
    super();
    this.#session = session;
    this.#tableId = tableId;
  }

  apply(fields: SortField[], _matchCase?: boolean, _method?: string): void {
    sortArea(this.#session, bodyArea(tableById(this.#session.book, this.#tableId)), fields);
  }
}
