import type { ICellData, Nullable, Univer } from "@univerjs/presets";
import { numfmt } from "@univerjs/presets";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  SheetInterceptorService,
} from "@univerjs/presets/preset-sheets-core";
import { enteredText } from "../../excel-host/grid/entered-text.ts";

/** What people type and see, as the host has it. */
export const personLocale = "es-CO";

/** Before Univer's own reading of numbers and days, which is English whatever the interface's language. */
const beforeUnivers = 1_000;

/** Makes the cell editor show and read numbers and days as Excel does in Colombia: `1234,5`, day before month. */
export function readAsSpanish(univer: Univer): void {
  const { writeCellInterceptor } = univer.__getInjector().get(SheetInterceptorService);
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: beforeUnivers,
    handler: (cell, _context, next) => withComma(next(cell)),
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: beforeUnivers,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const text = typedText(cell);
      const style = workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, col));
      const pattern = style?.n?.pattern ?? "General";
      if (!cell || text === undefined || pattern === "@") return next(cell);
      const entered = enteredText(text, personLocale, numfmt);
      if (entered.kind !== "number" && entered.kind !== "text") return next(cell);
      if (entered.kind === "text")
        return { ...cell, p: null, v: entered.text, t: isNumeric(entered.text) ? 4 : 1 };
      const dress =
        entered.pattern && pattern === "General" ? { s: { ...style, n: { pattern: entered.pattern } } } : {};
      return { ...cell, ...dress, p: null, v: entered.number, t: 2 };
    },
  });
}

/** What somebody typed: the editor gives text of one style as a value, and of several as a small document. */
function typedText(cell: Nullable<ICellData>): string | undefined {
  if (!cell || cell.f) return undefined;
  const written = cell.p?.body ? cell.p.body.dataStream.replace(/\r\n$/, "") : cell.v;
  return written === undefined || written === null || written === "" ? undefined : String(written);
}

function withComma(cell: Nullable<ICellData>): Nullable<ICellData> {
  if (!cell || cell.f || cell.t !== 2 || cell.v === undefined || cell.v === null) return cell;
  const shown = String(cell.v);
  return /^-?\d+\.\d+%?$/.test(shown) ? { ...cell, v: shown.replace(".", ",") } : cell;
}

function isNumeric(text: string): boolean {
  return text.trim() !== "" && !Number.isNaN(Number(text));
}
