import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { ComputedTable, TableStand } from "./computed-table.ts";
import type { FormatRequest } from "./insert-format.ts";
import type { LinkShape } from "./link-layout.ts";
import type { MatrixRequest } from "./link-matrix.ts";
import type { LinkRequest } from "./link-sheet.ts";
import type { Place, Trouble } from "./place.ts";
import type { LinkRecord, Registry, TableRecord } from "./registry.ts";
import type { DoomedRow, NewRow, RowWrite, TableRow } from "./table-row.ts";
import type { Span } from "./spans.ts";
import type { WorksheetReading } from "./read-grid.ts";
import type { Restored } from "./restore-columns.ts";
import type { WorkbookEvents } from "./watch-workbook.ts";

/** A linked table as it stands. */
export interface LinkReading {
  readonly troubles: readonly Trouble[];
  /** Null where the table, the matrix or a column that it cannot do without is missing; then there are no rows either. */
  readonly shape: LinkShape | null;
  readonly rows: readonly TableRow[];
  /** The worksheet refuses to be written to. */
  readonly protected: boolean;
}

/** What can be done to linked tables within one command. Every act finds the table where it stands by then. */
export interface Editor {
  /** Reads a link; whatever writes to it in the same command takes its rows from this reading. */
  read(sheet: Sheet, link: LinkRecord, context: Context): Promise<LinkReading>;
  /**
   * Reads some rows of a link, by their place in the table as it stands now; null where its rows depend on each other
   * and only a whole reading tells them.
   */
  readPart(
    sheet: Sheet,
    link: LinkRecord,
    places: (shape: LinkShape) => readonly Span[],
  ): Promise<LinkReading | null>;
  /** Gives the writes that were not carried out: their row was not found, or somebody changed a cell of theirs. */
  write(sheet: Sheet, link: LinkRecord, writes: readonly RowWrite[]): Promise<readonly RowWrite[]>;
  /** Gives the rows that found no place, as somebody was typing where they were to stand. */
  append(
    sheet: Sheet,
    link: LinkRecord,
    rows: readonly NewRow[],
    context: Context,
  ): Promise<readonly NewRow[]>;
  /** Gives the references of the rows that stay: somebody changed them, or a filter hides some. */
  remove(sheet: Sheet, link: LinkRecord, rows: readonly DoomedRow[]): Promise<readonly string[]>;
  /** Links a list of the staff; where that fails the sheet is as before. */
  link(request: LinkRequest, workbookId: string): Promise<LinkRecord>;
  /** Links a matrix of the staff; no cell of the sheet changes. */
  linkMatrix(request: MatrixRequest, workbookId: string): Promise<LinkRecord>;
  /** Gives rows of a format, by their places, back what a paste took: number formats and dropdowns. The staff's sheets keep theirs. */
  dress(sheet: Sheet, link: LinkRecord, places: readonly Span[], context: Context): Promise<void>;
  /** Sees to it that the marking rules reach all rows; gives the record with how far they reach. */
  rule(sheet: Sheet, link: LinkRecord): Promise<LinkRecord>;
}

/** What the add-in keeps in the workbook, and facts of the workbook itself. */
export interface Opened {
  readonly registry: Registry;
  readonly name: string;
  /** Where the file lies; empty where it was never saved. */
  readonly address: string;
  readonly date1904: boolean;
  /** What each link keeps about the rows that it showed, as text. */
  readonly knownRows: ReadonlyMap<string, string>;
  /** What each link keeps of accepted warnings and typed texts, as text. */
  readonly rowNotes: ReadonlyMap<string, string>;
}

/**
 * The workbook as the rest of the add-in sees it: no Office.js in its words. Acts throw what `excelFailureOf` can tell.
 */
export interface Workbook {
  isSupported(): boolean;
  /** Resolves once nobody is typing in a cell; with false where the signal was given first. */
  whenNobodyTypes(signal: AbortSignal): Promise<boolean>;
  /** What the workbook keeps; one without a name is to be called by the given one. */
  open(newWorkbookId: string): Promise<Opened>;
  /** One command of a person: waits for the cell being edited, one undo step where Excel can; may run twice. */
  command<T>(work: (editor: Editor) => Promise<T>): Promise<T>;
  /** What nobody waits for: fails at once while a cell is being edited. */
  background<T>(work: (editor: Editor) => Promise<T>): Promise<T>;
  /** What nobody asked for and that writes: one undo step where Excel can; fails at once while a cell is being edited. */
  unasked<T>(work: (editor: Editor) => Promise<T>): Promise<T>;
  /** Whether somebody is typing in a cell, which holds up commands. */
  isCellBeingEdited(): Promise<boolean>;
  /** Whether writing what nobody asked for costs the person nothing of what Ctrl+Z could undo. */
  sparesUndo(): Promise<boolean>;
  saveLinks(links: readonly LinkRecord[], workbookId: string): Promise<void>;
  saveKnownRows(link: string, text: string): Promise<void>;
  saveRowNotes(link: string, text: string): Promise<void>;
  forgetLink(id: string): Promise<void>;
  /** Which of these rows of a worksheet, from 0, the person sees: no filter hides them. */
  visibleRows(worksheetId: string, rows: readonly Span[]): Promise<ReadonlySet<number>>;
  /** Inserts a format and keeps that it is there; where that fails nothing of it stays. */
  insertFormat(request: FormatRequest, workbookId: string): Promise<LinkRecord>;
  /** The worksheet in front, as recognition sees it. */
  readActiveSheet(): Promise<WorksheetReading>;
  /** One worksheet; undefined where it is gone. */
  readSheet(worksheetId: string): Promise<WorksheetReading | undefined>;
  /** The ids of the worksheets, in order. */
  worksheetIds(): Promise<readonly string[]>;
  /** Makes a linked sheet of the staff what it was, in one step, and forgets that it is linked. */
  putBack(link: LinkRecord): Promise<void>;
  /** Puts the definition's headers back; gives the record with the columns that had to be added, and their keys. */
  restoreColumns(sheet: Sheet, link: LinkRecord, context: Context): Promise<Restored>;
  /** Inserts a table without its figures and keeps that it is there; where that fails nothing of it stays. */
  insertTable(
    id: string,
    content: ComputedTable,
    where: "new-sheet" | "selection",
    workbookId: string,
  ): Promise<TableRecord>;
  /** False where the table is no longer there. */
  refreshTable(record: TableRecord, content: ComputedTable): Promise<boolean>;
  standOfTables(records: readonly TableRecord[]): Promise<readonly TableStand[]>;
  saveTables(tables: readonly TableRecord[], workbookId: string): Promise<void>;
  forgetTable(id: string): Promise<void>;
  goTo(place: Place): Promise<void>;
  /** Listens until the returned function is called. */
  watch(events: WorkbookEvents): Promise<() => Promise<void>>;
}
