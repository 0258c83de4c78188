import { columnIndex, columnLetters } from "./address.ts";

// Text, quoted sheet names and structured references are passed over; what is left is a cell, columns, or rows.
// A word before or after (LOG10(, Hoja1!, TASA2) makes it no reference.
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\w.(!])/g;

/**
 * A shared formula as it reads in another cell of its range: relative references move, fixed ones stay
 * (ECMA-376 part 1, 18.3.1.40). A reference pushed off the sheet becomes `#REF!`.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(token, (...match: (string | undefined)[]) => {
    const [whole = "", fixC, column, fixR, row, fixA, from, fixB, to, fixFirst, first, fixLast, last] = match;
    if (column && row)
      return `${moveColumn(fixC, column, columns)}${moveRow(fixR, row, rows)}`.replace(/.*#REF!.*/, "#REF!");
    if (from && to) return `${moveColumn(fixA, from, columns)}:${moveColumn(fixB, to, columns)}`;
    if (first && last) return `${moveRow(fixFirst, first, rows)}:${moveRow(fixLast, last, rows)}`;
    return whole;
  });
}

function moveColumn(fixed: string | undefined, letters: string, by: number): string {
  if (fixed) return `$${letters}`;
  const index = columnIndex(letters) + by;
  return index < 0 ? "#REF!" : columnLetters(index);
}

function moveRow(fixed: string | undefined, digits: string, by: number): string {
  if (fixed) return `$${digits}`;
  const row = Number(digits) + by;
  return row < 1 ? "#REF!" : String(row);
}
