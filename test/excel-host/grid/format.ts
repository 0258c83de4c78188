import type { ICellData, IStyleData, Worksheet } from "@univerjs/presets";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";
import { valueOf } from "./contents.ts";
import type { CellValue } from "./contents.ts";

export const GENERAL = "General";
export const TEXT = "@";

/** The style of a cell: its own over its row's over its column's. */
export function styleAt(
  book: Book,
  sheet: Worksheet,
  row: number,
  column: number,
  cell?: ICellData,
): IStyleData {
  const { rowData, columnData } = sheet.getConfig();
  const own = book.workbook.getStyles().getStyleByCell(cell);
  const [ofRow, ofColumn] = [resolved(book, rowData[row]?.s), resolved(book, columnData[column]?.s)];
  return ofRow || ofColumn ? { ...ofColumn, ...ofRow, ...own } : (own ?? {});
}

const resolved = (book: Book, style: ICellData["s"]): IStyleData | undefined =>
  (typeof style === "string" ? book.workbook.getStyles().get(style) : style) ?? undefined;

export const patternOf = (style: IStyleData): string => {
  const pattern = style.n?.pattern ?? GENERAL;
  return pattern === "@@@" ? TEXT : pattern;
};

/** A block of styles, one array per row. */
export function stylesOf(book: Book, area: Area): IStyleData[][] {
  const sheet = book.sheet(area.sheetId);
  const cells = book.cells(area.sheetId);
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_unused, column) =>
      styleAt(
        book,
        sheet,
        area.row + row,
        area.column + column,
        cells[area.row + row]?.[area.column + column],
      ),
    ),
  );
}

/** What a cell shows, in the workbook's locale. */
export function displayed(book: Book, value: CellValue, pattern: string): string {
  if (value === "") return "";
  if (typeof value === "boolean") return value ? "VERDADERO" : "FALSO";
  if (typeof value === "string" && !pattern.includes("@")) return value;
  if (typeof value === "string" && pattern === TEXT) return value;
  return book.parts.numfmt.format(pattern, value, { locale: book.locale, throws: false });
}

/** What each cell of a block shows. */
export function displayedBlock(book: Book, area: Area): string[][] {
  const sheet = book.sheet(area.sheetId);
  const cells = book.cells(area.sheetId);
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_unused, column) => {
      const cell = cells[area.row + row]?.[area.column + column];
      const value = valueOf(cell);
      if (value === "") return "";
      return displayed(
        book,
        value,
        patternOf(styleAt(book, sheet, area.row + row, area.column + column, cell)),
      );
    }),
  );
}
