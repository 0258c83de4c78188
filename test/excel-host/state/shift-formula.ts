import { columnIndex, columnLetters } from "../grid/address.ts";
import { shifted, type Shift } from "../grid/shift.ts";

/** Texts, which are left alone, and references to cells of the formula's own sheet. */
const references = /"[^"]*"|(?<![\w!.$'])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/gu;

/**
 * A rule's formula after lines were inserted or removed on its sheet. It speaks of the first cell that it is for: what
 * is relative to a line that went away is so to the next.
 */
export function shiftedFormula(formula: string, shift: Shift): string {
  return formula.replace(
    references,
    (found: string, dollar?: string, letters?: string, rowDollar?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return found;
      const cell = { sheetId: shift.sheetId, column: columnIndex(letters), row: Number(digits) - 1 };
      const moved = shifted({ ...cell, columns: 1, rows: 1 }, shift);
      const isFixed = (shift.axis === "row" ? rowDollar : dollar) === "$";
      if (!moved && isFixed) return "#REF!";
      const { column, row } = moved ?? { ...cell, [shift.axis]: shift.at };
      return `${dollar ?? ""}${columnLetters(column)}${rowDollar ?? ""}${row + 1}`;
    },
  );
}
