// The words of styles.xml and Univer's numbers for the same things (BorderStyleTypes, HorizontalAlign, VerticalAlign).

export const borderStyles = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
} as const;

export const horizontalAligns = { left: 1, center: 2, right: 3, justify: 4, distributed: 6 } as const;

export const verticalAligns = { top: 1, middle: 2, bottom: 3 } as const;

/** The value of a word, undefined where the table lacks it. */
export function valueOf<Table extends Record<string, number>>(
  table: Table,
  word: string | undefined,
): Table[keyof Table] | undefined {
  return isKey(table, word) ? table[word] : undefined;
}

/** The word of a value. */
export function wordOf<Table extends Record<string, number>>(
  table: Table,
  value: number | null | undefined,
): keyof Table | undefined {
  return Object.keys(table)
    .filter((word) => isKey(table, word))
    .find((word) => table[word] === value);
}

function isKey<Table extends object>(
  table: Table,
  word: string | undefined,
): word is Extract<keyof Table, string> {
  return word !== undefined && Object.hasOwn(table, word);
}
