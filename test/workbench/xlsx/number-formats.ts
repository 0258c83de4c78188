import { builtInFormats } from "../../../server/workbooks/built-in-formats.ts";

// Codes 14 and 22 follow the system's short date: here Colombia's.
const builtIn: Readonly<Record<number, string>> = {
  ...builtInFormats,
  14: "d/mm/yyyy",
  22: "d/mm/yyyy h:mm",
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
