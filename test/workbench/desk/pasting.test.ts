import { expect, test } from "vitest";
import { clipboardRows } from "./pasting.ts";

test.each([
  ["one cell", "Hola", [["Hola"]]],
  [
    "tabs and lines, the last line ended",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "empty cells",
    "a\t\tb\n\t\t",
    [
      ["a", "", "b"],
      ["", "", ""],
    ],
  ],
  [
    "quotes around a line break, and quotes inside",
    '"dos\nlíneas"\t"dice ""hola"""\nc\td',
    [
      ["dos\nlíneas", 'dice "hola"'],
      ["c", "d"],
    ],
  ],
  ["quotes that are only text", '5" de ancho\tb', [['5" de ancho', "b"]]],
  [
    "lines of several lengths",
    "a\nb\tc",
    [
      ["a", ""],
      ["b", "c"],
    ],
  ],
])("%s", (_, text, rows) => {
  expect(clipboardRows(text)).toEqual(rows);
});
