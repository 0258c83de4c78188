import type { RowAnswer } from "../../shared/contract.ts";
import { ownColumn } from "../../shared/model/access.ts";
import type { Issue } from "../../shared/model/issue.ts";
import { typedColumns } from "../../shared/model/sheet.ts";
import { rowNumberAt } from "../excel/link-layout.ts";
import { acceptVersion, type Accepted, type Target } from "./accept-version.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { withAnswer, withStatuses, type LocalStatus } from "./row-notes.ts";
import type { Finding, LinkState, Reader } from "./link-state.ts";

/** What a push made of a link: rows brought to the saved version, and what the service said of the others. */
export interface Settled {
  readonly state: LinkState;
  readonly accepted: readonly Accepted[];
}

/** Takes the service's answers, by row, into the state of a link. */
export function settleAnswers(
  state: LinkState,
  answers: ReadonlyMap<string, RowAnswer>,
  target: Target,
  { person }: Reader,
): Settled {
  const findings = new Map(state.findings);
  const conflicts = new Map(state.conflicts);
  const accepted: Accepted[] = [];
  const statuses: (readonly [string, LocalStatus | undefined])[] = [];
  let { notes } = state;
  for (const row of state.rows) {
    const answer = answers.get(row.known.id);
    if (!answer) continue;
    findings.delete(answer.id);
    conflicts.delete(answer.id);
    if (answer.result === "conflict") conflicts.set(answer.id, answer);
    else if (answer.result === "saved") {
      const saved = acceptVersion(row, answer.version, answer.values, target);
      accepted.push(saved);
      notes = withAnswer(notes, answer.id, answer.accepted);
      statuses.push([answer.id, answer.status]);
      if (answer.warnings.length > 0)
        findings.set(answer.id, { digest: saved.known.digest, issues: answer.warnings });
    } else {
      findings.set(answer.id, refusal(row, answer, state, person.role));
      statuses.push(...toldByRefusal(answer));
    }
  }
  notes = withStatuses(notes, statuses);
  return { state: { ...applyAccepted(state, accepted), findings, conflicts, notes }, accepted };
}

type Refused = Exclude<RowAnswer, { result: "saved" | "conflict" }>;

/** What a refusal tells of how the row stands. */
function toldByRefusal(answer: Refused): readonly (readonly [string, LocalStatus])[] {
  if (answer.result === "gone") return [[answer.id, { is: "voided" }]];
  if (answer.result !== "locked") return [];
  const { id, by, at } = answer;
  return [[id, { is: "validated", by, at, reason: null }]];
}

function refusal(row: LocalRow, answer: Refused, state: LinkState, role: Reader["person"]["role"]): Finding {
  const at = { digest: row.digest };
  if (answer.result === "invalid")
    return { ...at, issues: answer.issues.map((issue) => locate(issue, state)) };
  const { sheet } = state;
  const first = typedColumns(sheet)[0]?.[0] ?? "";
  // That the row is void or validated is said of it as long as it is (`standingFindings`).
  if (answer.result === "gone" || answer.result === "locked") return { ...at, issues: [] };
  if (answer.columns.length > 0)
    return { ...at, issues: answer.columns.map((column) => error(column, "read-only")) };
  return { ...at, issues: [error(ownColumn(sheet, role, "write") ?? first, "not-yours")] };
}

const error = (column: string, code: Issue["code"]): Issue => ({ column, code, severity: "error" });

/** The service names the other row of a duplicate by its id; people know it by its number, if it is in the sheet. */
function locate(issue: Issue, { rows, shape }: LinkState): Issue {
  const { row: id, ...details } = issue.details ?? {};
  if (typeof id !== "string" || !shape) return issue;
  const other = rows.find(({ known }) => known.id === id);
  return { ...issue, details: other ? { ...details, row: rowNumberAt(shape, other.position) } : details };
}

/** The state once the accepted rows stand in the sheet. */
export function applyAccepted(state: LinkState, accepted: readonly Accepted[]): LinkState {
  const byId = new Map(accepted.map((one) => [one.known.id, one]));
  return {
    ...state,
    rows: state.rows.map((row) => {
      const one = byId.get(row.known.id);
      return one ? acceptedRow(row, one) : row;
    }),
  };
}

/** The row as it reads once its cells are written. */
function acceptedRow(row: LocalRow, { known, values, cells }: Accepted): LocalRow {
  const written = Object.fromEntries(cells.map(({ column, becomes }) => [column, becomes]));
  return {
    ...row,
    known,
    cells: { ...row.cells, ...written },
    reading: { values, unread: {}, issues: [] },
    digest: known.digest,
    dirty: false,
  };
}
