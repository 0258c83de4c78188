import { valueType } from "../events/cell-change.ts";
import { fullAddress } from "../grid/address.ts";
import { isWholeColumns, isWholeRows } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { clearArea } from "../grid/clear.ts";
import type { ClearWhat } from "../grid/clear.ts";
import { formulaOf, readBlock, valueOf } from "../grid/contents.ts";
import type { CellValue } from "../grid/contents.ts";
import { ADDIN_LOCALE, enterValues, inShapeOf, requireUnlocked } from "../grid/enter-values.ts";
import { applyStyle } from "../grid/apply-style.ts";
import { displayedBlock, patternOf, stylesOf } from "../grid/format.ts";
import { hiddenState, setHidden } from "../grid/lines.ts";
import { copyFormats } from "../grid/copy-formats.ts";
import { mergeArea, mergesIn, unmergeArea } from "../grid/merges.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { deleteCells, insertCells } from "../state/change-cells.ts";
import { ConditionalFormatCollection } from "./conditional-formats.ts";
import { DataValidation } from "./data-validation.ts";
import { RangeAreas } from "./range-areas.ts";
import { RangeFormat } from "./range-format.ts";
import { RangeNavigation, areaOf, onGrid, rangeAt } from "./range-navigation.ts";
import { RangeSort } from "./range-sort.ts";
import { sessionOf } from "./session.ts";
import { Worksheet } from "./worksheet.ts";

/** `Excel.Range`: a rectangle of cells. Long because Office.js gives this one class so many members. */
export class Range extends RangeNavigation {
  override [rangeAt](area: Area): Range {
    return new Range(this[sessionOf], onGrid(area));
  }

  get address(): string {
    const area = this[areaOf];
    return fullAddress(this.#book.sheet(area.sheetId).getName(), area);
  }

  get cellCount(): number {
    const count = this[areaOf].rows * this[areaOf].columns;
    return count > 2_147_483_647 ? -1 : count;
  }

  get rowIndex(): number {
    return this[areaOf].row;
  }

  get columnIndex(): number {
    return this[areaOf].column;
  }

  get rowCount(): number {
    return this[areaOf].rows;
  }

  get columnCount(): number {
    return this[areaOf].columns;
  }

  get isEntireColumn(): boolean {
    return isWholeColumns(this[areaOf]);
  }

  get isEntireRow(): boolean {
    return isWholeRows(this[areaOf]);
  }

  get values(): CellValue[][] | null {
    return this.#unlessUnbounded((area) => readBlock(this.#book, area, valueOf));
  }

  set values(values: unknown) {
    enterValues(this.#book, this[areaOf], values, ADDIN_LOCALE);
  }

  get formulas(): CellValue[][] | null {
    return this.#unlessUnbounded((area) => readBlock(this.#book, area, formulaOf));
  }

  set formulas(formulas: unknown) {
    enterValues(this.#book, this[areaOf], formulas, ADDIN_LOCALE);
  }

  get valueTypes(): string[][] | null {
    return this.#unlessUnbounded((area) => readBlock(this.#book, area, (cell) => valueType(valueOf(cell))));
  }

  get text(): string[][] | null {
    return this.#unlessUnbounded((area) => displayedBlock(this.#book, area));
  }

  get numberFormat(): string[][] | null {
    return this.#unlessUnbounded((area) => stylesOf(this.#book, area).map((row) => row.map(patternOf)));
  }

  set numberFormat(formats: unknown) {
    requireUnlocked(this.#book, this[areaOf]);
    const formatAt = inShapeOf(this[areaOf], formats);
    applyStyle(this.#book, this[areaOf], (row, column) => {
      const pattern = formatAt(row, column);
      if (pattern === null) return undefined;
      if (typeof pattern !== "string") throw invalidArgument("a number format is a text");
      return { n: { pattern } };
    });
  }

  /** True or false when all lines agree, otherwise null. */
  get hidden(): boolean | null {
    const [rows, columns] = [this.rowHidden, this.columnHidden];
    if (rows === true || columns === true) return true;
    return rows === false && columns === false ? false : null;
  }

  get rowHidden(): boolean | null {
    return hiddenState(this.#book, this[areaOf], "row");
  }

  set rowHidden(hidden: boolean) {
    setHidden(this.#book, this[areaOf], "row", hidden);
  }

  get columnHidden(): boolean | null {
    return hiddenState(this.#book, this[areaOf], "column");
  }

  set columnHidden(hidden: boolean) {
    setHidden(this.#book, this[areaOf], "column", hidden);
  }

  get format(): RangeFormat {
    return new RangeFormat(this[sessionOf], this);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this[sessionOf], this);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this[sessionOf], this);
  }

  get sort(): RangeSort {
    return new RangeSort(this[sessionOf], this);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this[sessionOf], this[areaOf].sheetId);
  }

  clear(applyTo: ClearWhat = "All"): void {
    requireUnlocked(this.#book, this[areaOf]);
    clearArea(this.#book, this[areaOf], applyTo);
  }

  insert(shift: string): Range {
    const area = this[areaOf];
    insertCells(this.#book, area, shift);
    return this[rangeAt](area);
  }

  delete(shift: string): void {
    deleteCells(this.#book, this[areaOf], shift);
  }

  merge(across = false): void {
    mergeArea(this.#book, this[areaOf], across);
  }

  unmerge(): void {
    unmergeArea(this.#book, this[areaOf]);
  }

  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = mergesIn(this.#book, this[areaOf]);
    return merges.length ? new RangeAreas(merges.map((area) => this[rangeAt](area))) : null;
  }

  getRowProperties(_options: object): object[] {
    const area = this[areaOf];
    return Array.from({ length: area.rows }, (_, at) => ({
      rowIndex: area.row + at,
      rowHidden: hiddenState(this.#book, { ...area, row: area.row + at, rows: 1 }, "row"),
    }));
  }

  getColumnProperties(_options: object): object[] {
    const area = this[areaOf];
    return Array.from({ length: area.columns }, (_, at) => ({
      columnIndex: area.column + at,
      columnHidden: hiddenState(this.#book, { ...area, column: area.column + at, columns: 1 }, "column"),
    }));
  }

  copyFrom(source: unknown, copyType: string = "All"): void {
    if (!(source instanceof Range) || copyType !== "Formats") throw invalidArgument(`copy ${copyType}`);
    requireUnlocked(this.#book, this[areaOf]);
    copyFormats(this.#book, source[areaOf], this[areaOf]);
  }

  select(): void {
    this[sessionOf].select(this[areaOf]);
  }

  /** Office.js asks this before it writes a large block in pieces. */
  _validateArraySize(rows: number, columns: number): void {
    const area = this[areaOf];
    if (rows !== area.rows || columns !== area.columns)
      throw invalidArgument(`${rows}×${columns} for another shape`);
  }

  get #book() {
    return this[sessionOf].book;
  }

  #unlessUnbounded<T>(read: (area: Area) => T): T | null {
    return this.isEntireColumn || this.isEntireRow ? null : read(this[areaOf]);
  }
}
