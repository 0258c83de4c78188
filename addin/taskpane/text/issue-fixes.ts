import type { Issue, IssueCode } from "../../../shared/model/issue.ts";

/** What may be written into a cell to mend it. */
export interface Fix {
  readonly text: string;
  /** Nothing else can have been meant, so that many may be mended with one click. */
  readonly safe: boolean;
}

type Details = Readonly<Record<string, string | number>>;

/** The text that mends a cell, or undefined where only the person knows. */
export function issueFix(issue: Issue, typed: string): Fix | undefined {
  return fixes[issue.code]?.(issue.details ?? {}, typed);
}

const fixes: Partial<Record<IssueCode, (details: Details, typed: string) => Fix | undefined>> = {
  // Either the digit or the number may be the slip: the person looks at each.
  "bad-check-digit": ({ digits, expected }) =>
    digits === undefined || expected === undefined
      ? undefined
      : { text: `${digits}-${expected}`, safe: false },
  "missing-check-digit": ({ read }) => (read === undefined ? undefined : { text: String(read), safe: true }),
  "unknown-person": ({ suggestion }) =>
    suggestion === undefined ? undefined : { text: String(suggestion), safe: true },
  "ambiguous-date": (_details, typed) => dayFirst(typed),
};

/** `03/25/2026` can only be 25 March: the same date with the day first. */
function dayFirst(typed: string): Fix | undefined {
  const parts = /^\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\s*$/u.exec(typed);
  const [, month = "", day = "", year = ""] = parts ?? [];
  if (!parts || Number(month) > 12 || Number(day) <= 12) return undefined;
  return { text: `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`, safe: true };
}
