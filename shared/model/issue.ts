import * as z from "zod";

/** Everything that can be wrong with a value, a row or a header. The Spanish sentences live in the pane. */
export const issueCodes = [
  "required",
  "not-allowed",
  "too-long",
  "unknown-choice",
  "loose-choice",
  "unknown-person",
  "unknown-municipality",
  "ambiguous-municipality",
  "lost-leading-zero",
  "invalid-date",
  "not-a-date",
  "ambiguous-date",
  "incomplete-date",
  "future-date",
  "date-order",
  "not-a-number",
  "not-whole",
  "approximate",
  "ambiguous-number",
  "ambiguous-share",
  "out-of-range",
  "bad-check-digit",
  "missing-check-digit",
  "bad-document",
  "bad-phone",
  "second-phone",
  "extension",
  "bad-email",
  "doubtful-email",
  "before-2000",
  "duplicate",
  "copied",
  "error-cell",
  "formula-kept",
  "undated",
  "reason-required",
  "credit-is-negative",
  /** Whoever answers for an action does not check its effect. */
  "same-person",
  /** The volume does not go with the type of producer. */
  "producer-volume",
  "not-yours",
  "read-only",
  "unknown-column",
  "voided",
  /** The data of the person were erased on their request: they are not written again. */
  "anonymised",
  /** The row is validated: nobody changes it until that is taken back. */
  "locked",
  /** The user of the row is linked already. */
  "already-linked",
  /** A colleague saw the same user a few days before. */
  "colleague-visit",
  "unknown-account",
  "repeated-document",
] as const;

export type IssueCode = (typeof issueCodes)[number];

export const severities = ["error", "warning"] as const;
export type Severity = (typeof severities)[number];

/** One thing that is wrong with one column of a row; `details` fill the sentence (what was typed, what was expected). */
export const issueSchema = z.object({
  column: z.string(),
  code: z.enum(issueCodes),
  severity: z.enum(severities),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Issue = z.infer<typeof issueSchema>;

/** What an issue says before it is tied to a column. */
export interface Finding {
  readonly code: IssueCode;
  readonly severity?: Severity;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Ties a finding to its column; a finding is an error unless it says otherwise. */
export function findingToIssue(column: string, finding: Finding): Issue {
  const { code, severity = "error", details } = finding;
  return { column, code, severity, ...(details ? { details: { ...details } } : {}) };
}

export function isError(issue: Issue): boolean {
  return issue.severity === "error";
}
