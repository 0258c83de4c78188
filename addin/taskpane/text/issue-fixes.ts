import type { Issue, IssueCode } from "../../../shared/model/issue.ts";

type Details = Readonly<Record<string, string | number>>;

/** The text that mends a cell, or undefined where only the person knows. */
export function issueFix(issue: Issue, typed: string): string | undefined {
  return fixes[issue.code]?.(issue.details ?? {}, typed);
}

const fixes: Partial<Record<IssueCode, (details: Details, typed: string) => string | undefined>> = {
  "bad-check-digit": ({ digits, expected }) =>
    digits === undefined || expected === undefined ? undefined : `${digits}-${expected}`,
  "missing-check-digit": ({ read }) => (read === undefined ? undefined : String(read)),
  "unknown-person": ({ suggestion }) => (suggestion === undefined ? undefined : String(suggestion)),
  anonymised: ({ now }) => (now === undefined ? undefined : String(now)),
  "ambiguous-date": (_details, typed) => dayFirst(typed),
};

/** `03/25/2026` can only be 25 March: the same date with the day first. */
function dayFirst(typed: string): string | undefined {
  const parts = /^\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\s*$/u.exec(typed);
  const [, month = "", day = "", year = ""] = parts ?? [];
  if (!parts || Number(month) > 12 || Number(day) <= 12) return undefined;
  return `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`;
}
