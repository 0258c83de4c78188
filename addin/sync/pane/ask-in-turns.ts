import { limits, type VoidAnswer } from "../../../shared/contract.ts";
import type { StatusAnswer, UnvoidAnswer } from "../../../shared/contract/status.ts";
import type { ApiResult } from "../../api/failure.ts";
import type { LinkState } from "../link-state.ts";
import type { Outcome } from "../session.ts";
import type { LeftRow, StandingReport } from "../status-session.ts";
import { done, failed, type Desk } from "./desk.ts";

export type Seen = { readonly id: string; readonly base: number };
/** All that the contract answers of a row. */
type RowResult = (StatusAnswer | UnvoidAnswer | VoidAnswer)["answers"][number]["result"];
interface RowAnswered {
  readonly id: string;
  readonly result: RowResult;
}

export type Ask = (
  sheet: string,
  rows: Seen[],
) => Promise<ApiResult<{ readonly answers: readonly RowAnswered[] }>>;

/** Why a row was left, by its answer; null where it was not. */
const leftBy: Readonly<Record<RowResult, LeftRow | null>> = {
  changed: null,
  restored: null,
  voided: null,
  stale: "stale",
  own: "own",
  locked: "locked",
  forbidden: "forbidden",
  gone: "gone",
  taken: "taken",
};

/** Asks for as many rows at once as one request takes; `hear` is told each answer, also of those before a failure. */
export async function askInTurns(
  { progress }: Desk,
  { sheet }: LinkState,
  rows: readonly Seen[],
  ask: Ask,
  hear: (answers: readonly RowAnswered[]) => void = () => undefined,
): Promise<Outcome<StandingReport>> {
  let report: StandingReport = { done: 0, left: {} };
  for (let at = 0; at < rows.length; at += limits.pushRows) {
    const result = await ask(sheet.id, rows.slice(at, at + limits.pushRows));
    if (!result.ok) return failed(result.failure);
    hear(result.value.answers);
    for (const { result: what } of result.value.answers) {
      const why = leftBy[what];
      report = why ? withLeft(report, why, 1) : { ...report, done: report.done + 1 };
    }
    progress(Math.min(rows.length, at + limits.pushRows), rows.length);
  }
  return done(report);
}

export function withLeft(report: StandingReport, why: LeftRow, count: number): StandingReport {
  if (count === 0) return report;
  return { ...report, left: { ...report.left, [why]: (report.left[why] ?? 0) + count } };
}

/** What became of two lots of rows that were asked for. */
export function addReports(one: StandingReport, other: StandingReport): StandingReport {
  const reasons = new Set(Object.values(leftBy).filter((why) => why !== null));
  return [...reasons].reduce((all, why) => withLeft(all, why, other.left[why] ?? 0), {
    done: one.done + other.done,
    left: one.left,
  });
}
