// ECMA-376 part 1, 18.8.30. Codes 14 and 22 follow the system's short date: here Colombia's.
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "d/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "d/mm/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The pattern of a format that has no pattern in the file; undefined is General. */
export function builtInFormat(id: number): string | undefined {
  return builtIn[id];
}

/** Whether a pattern shows a number as a day or a time: a date letter outside text, colours and escapes. */
export function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|_.|\*.|\[(?:\$[^\]]*|[A-Za-z]+\d*|[<>=][^\]]*)\]/g, elapsed);
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

function elapsed(token: string): string {
  return /^\[(h+|m+|s+)\]$/i.test(token) ? "h" : "";
}
