import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOfAddress, rowsOfAddress } from "../../../addin/excel/spans.ts";
import { columnIndexOf, columnLetters } from "../../../shared/text/column-letters.ts";

test.each([
  ["B2", [[1, 1]]],
  [
    "Hoja1!$B$2:$C$3",
    [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ],
  ],
  [
    "A1,C3",
    [
      [0, 0],
      [2, 2],
    ],
  ],
  [
    "C:C",
    [
      [0, 2],
      [1, 2],
      [2, 2],
    ],
  ],
  [
    "2:2",
    [
      [1, 0],
      [1, 1],
      [1, 2],
    ],
  ],
  ["nada", []],
])("%s names these of nine cells", (address, expected) => {
  const isNamed = cellsOfAddress(address);
  const nine = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [row, column] as const));
  expect(nine.filter(([row, column]) => isNamed(row, column))).toEqual(expected);
});

test("the rows of an address are those of its cells", () => {
  const place = fc.tuple(fc.nat(30), fc.nat(60));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 3 }), (areas) => {
      const text = areas.map(([one, other]) => {
        const [top, bottom] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
        const [left, right] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])];
        return `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
      });
      const [isNamed, rows] = [cellsOfAddress(text.join(",")), rowsOfAddress(text.join(","))];
      for (let row = 0; row <= 31; row += 1) {
        const named = Array.from({ length: 62 }, (_, column) => isNamed(row, column)).some(Boolean);
        expect(rows?.some(({ first, count }) => row >= first && row < first + count)).toBe(named);
      }
    }),
    { numRuns: 50 },
  );
});

test("a column's letters and its number name each other", () => {
  fc.assert(fc.property(fc.nat(16_383), (column) => columnIndexOf(columnLetters(column)) === column));
});
