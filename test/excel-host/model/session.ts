import type { EventHub } from "../events/event-hub.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import type { References } from "../protocol/references.ts";

/** Where an object of the model keeps its session, out of the interpreter's reach. */
export const sessionOf = Symbol("session");

/** What every object of the model works with. */
export interface Session {
  readonly book: Book;
  readonly events: EventHub;
  readonly references: References;
  /** Selects cells and activates their sheet; raises Excel's events. */
  readonly select: (area: Area) => void;
  readonly selected: () => Area;
  /** The sheet on top. */
  readonly activeSheetId: () => string;
  /** Has every formula calculated again; results are there before the next read. */
  readonly recalculate: () => void;
  readonly customProperties: Map<string, unknown>;
  calculationMode: string;
  workbookProtection: { password: string } | undefined;
}
