import type { ChosenRow, ChosenRows, RowsOfLink, StandingReport } from "../../../sync/status-session.ts";
import type { Command } from "../../session/SessionProvider.tsx";
import { statusText } from "../../text/status-text.ts";

/** Something that changes how the chosen rows stand, as far as they can take it. */
export interface StandingAct {
  readonly text: string;
  /** What is asked before; absent where nothing is. */
  readonly asks?: { readonly label: string; readonly confirm: string };
  readonly command: (reason: string) => Command<StandingReport>;
  readonly done: (count: number) => string;
}

type Stage = ChosenRow["stage"];

/** What may be done with the chosen rows by whoever looks at them; each act reaches the rows that can take it. */
export function standingActs({ link, rows, mayVerify, mayVoid }: ChosenRows): readonly StandingAct[] {
  const those = (...stages: readonly Stage[]): RowsOfLink => ({
    link,
    rowIds: rows.filter(({ stage }) => stages.includes(stage)).map(({ rowId }) => rowId),
  });
  const offered = (isOffered: boolean, of: RowsOfLink, act: (of: RowsOfLink) => StandingAct) =>
    isOffered && of.rowIds.length > 0 ? [act(of)] : [];
  return [
    ...offered(mayVerify, those("sent", "returned"), validating),
    ...offered(mayVerify, those("sent", "validated"), returning),
    ...offered(mayVerify, those("validated"), releasing),
    ...offered(mayVoid && !mayVerify, those("returned"), answering),
    ...offered(mayVoid, those("sent", "returned"), voiding),
    ...offered(mayVoid, those("voided"), restoring),
  ];
}

const validating = (of: RowsOfLink): StandingAct => ({
  text: statusText.validate(of.rowIds.length),
  command: () => (commands) => commands.validateRows(of),
  done: statusText.validated,
});

const returning = (of: RowsOfLink): StandingAct => ({
  text: statusText.return(of.rowIds.length),
  asks: { label: statusText.returnReason, confirm: statusText.doReturn },
  command: (reason) => (commands) => commands.returnRows(of, reason),
  done: statusText.returned,
});

const releasing = (of: RowsOfLink): StandingAct => ({
  text: statusText.release(of.rowIds.length),
  asks: { label: statusText.releaseReason, confirm: statusText.doRelease },
  command: (reason) => (commands) => commands.releaseRows(of, reason),
  done: statusText.released,
});

export const answering = (of: RowsOfLink): StandingAct => ({
  text: statusText.answer,
  asks: { label: statusText.answerReason, confirm: statusText.doAnswer },
  command: (reason) => (commands) => commands.releaseRows(of, reason),
  done: statusText.released,
});

const voiding = (of: RowsOfLink): StandingAct => ({
  text: statusText.void(of.rowIds.length),
  asks: { label: statusText.voidReason, confirm: statusText.doVoid },
  command: (reason) => (commands) => commands.voidRows(of, reason),
  done: statusText.voided,
});

export const restoring = (of: RowsOfLink): StandingAct => ({
  text: statusText.restore,
  asks: { label: statusText.restoreReason, confirm: statusText.doRestore },
  command: (reason) => (commands) => commands.restoreRows(of, reason),
  done: statusText.restored,
});
