import ExcelJS from "exceljs";
import { isRequired } from "../../shared/model/check-row.ts";
import { isTyped, type Column } from "../../shared/model/column.ts";
import { atColumn, type Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { formatFooter, formatLine } from "../../shared/text/format-line.ts";
import { columnLetters } from "../../shared/text/column-letters.ts";
import { createLists, type Lists } from "./lists.ts";
import { colors, dressHeader, dressTitle } from "./look.ts";
import { words } from "./words.ts";

/** The header's line; title, purpose, code and a blank line stand above it. */
const headerLine = 5;
/** Three lines of text, in points. */
const headerHeight = 48;
/** Lines below the header that have dropdowns and prompts. */
const preparedLines = 500;

/** The official format of a record as a workbook: an empty table ready to fill in, and a worksheet of examples. */
export function writeFormat(sheet: Sheet, context: Context): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.title = sheet.label;
  workbook.subject = formatFooter(sheet.format);
  const lists = createLists(workbook);
  const fillIn = addWorksheet(workbook, sheet, worksheetName(sheet.label));
  addTable(fillIn, sheet, `${words.table}_${sheet.id}`, [{}], context);
  offerOptions(fillIn, sheet, context, lists);
  if (sheet.examples.length > 0) addExamples(workbook, sheet, context);
  lists.close();
  return workbook;
}

function addExamples(workbook: ExcelJS.Workbook, sheet: Sheet, context: Context): void {
  const worksheet = addWorksheet(workbook, sheet, words.examples);
  worksheet.getCell(3, 1).value = words.examplesPurpose;
  addTable(worksheet, sheet, `${words.examples}_${sheet.id}`, sheet.examples, context);
}

function addWorksheet(workbook: ExcelJS.Workbook, sheet: Sheet, name: string): ExcelJS.Worksheet {
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: headerLine, showGridLines: false }],
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerLine}:${headerLine}`,
    },
    headerFooter: {
      oddHeader: `&L${escaped(sheet.label)}&R${escaped(formatLine(sheet.format))}`,
      oddFooter: `&L${escaped(formatFooter(sheet.format))}&R${words.pages}`,
    },
  });
  dressTitle(worksheet, [sheet.label, sheet.purpose, formatLine(sheet.format)]);
  return worksheet;
}

function addTable(
  worksheet: ExcelJS.Worksheet,
  sheet: Sheet,
  name: string,
  rows: readonly Row[],
  context: Context,
): void {
  const columns = Object.entries(sheet.columns);
  worksheet.addTable({
    name,
    ref: `A${headerLine}`,
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: columns.map(([, { label }]) => ({ name: label, filterButton: true })),
    rows: rows.map((row) =>
      columns.map(([key, column]) => {
        const value = row[key] ?? null;
        return value === null ? null : column.kind.write(value, atColumn(context, key));
      }),
    ),
  });
  columns.forEach(([, column], at) => dressColumn(worksheet, column, at + 1));
  worksheet.getRow(headerLine).height = headerHeight;
}

function dressColumn(worksheet: ExcelJS.Worksheet, column: Column, at: number): void {
  const { layout } = column.kind;
  const longestWord = Math.max(...column.label.split(" ").map((word) => word.length));
  worksheet.getColumn(at).width = Math.max(column.width ?? layout.width, longestWord + 3);
  for (let line = headerLine + 1; line <= headerLine + preparedLines; line += 1) {
    const cell = worksheet.getCell(line, at);
    cell.numFmt = layout.numberFormat;
    cell.alignment = { horizontal: layout.align };
    if (!isTyped(column))
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colors.computed } };
  }
  dressHeader(worksheet.getCell(headerLine, at), isRequired(column, {}));
}

/** Dropdowns that offer and never refuse, and the hint of each column beside its cells. */
function offerOptions(worksheet: ExcelJS.Worksheet, sheet: Sheet, context: Context, lists: Lists): void {
  Object.entries(sheet.columns).forEach(([, column], at) => {
    const options = isTyped(column) ? (column.kind.options?.(context) ?? []) : [];
    const validation = validationOf(column, options, lists);
    if (!validation) return;
    for (let line = headerLine + 1; line <= headerLine + preparedLines; line += 1)
      worksheet.getCell(`${columnLetters(at)}${line}`).dataValidation = validation;
  });
}

function validationOf(
  { label, hint }: Column,
  options: readonly string[],
  lists: Lists,
): ExcelJS.DataValidation | undefined {
  if (options.length === 0 && hint === undefined) return undefined;
  const prompt =
    hint === undefined ? {} : { showInputMessage: true, promptTitle: label.slice(0, 32), prompt: hint };
  const common = { allowBlank: true, showErrorMessage: false, ...prompt };
  if (options.length > 0) return { type: "list", formulae: [lists.reference(options)], ...common };
  return { type: "custom", formulae: ["TRUE"], ...common };
}

/** A worksheet's name holds 31 characters and none of `\ / ? * [ ] :`. */
const worksheetName = (label: string): string => label.replaceAll(/[\\/?*[\]:]/gu, " ").slice(0, 31);

/** `&` begins a code in headers and footers. */
const escaped = (text: string): string => text.replaceAll("&", "&&");
