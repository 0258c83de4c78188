import type { Outcome, SyncReport } from "./session.ts";

/** How the pane stands with the service and with what others do, beside what a command says. */
export interface LiveState {
  /** Instant at which the pane tries again by itself what network or service did not let through; null where nothing waits. */
  readonly retryAt: string | null;
  /** There is a network, but the service has no time or is being restarted. */
  readonly isPaused: boolean;
  /** Rows that others changed and that this workbook does not show yet, as far as the pane heard of it. */
  readonly incoming: number;
}

export interface LiveCommands {
  /** Brings what others changed and sends nothing. */
  receive(): Promise<Outcome<SyncReport>>;
}

export const noLive: LiveState = { retryAt: null, isPaused: false, incoming: 0 };
