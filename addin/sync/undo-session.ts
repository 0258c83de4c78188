import type { PushSummary, UndoAnswer, UndoPreview } from "../../shared/contract/undo.ts";
import type { Outcome } from "./session.ts";

/** What the person sent last, as the service knows it. */
export interface Sendings {
  readonly stage: "loading" | "ready" | "failed";
  readonly list: readonly PushSummary[];
}

export interface UndoState {
  /** Null until it was asked for. */
  readonly sendings: Sendings | null;
  /** What this pane sent last, for as long as that may be taken back right away; null where there is none. */
  readonly lastSending: LastSending | null;
}

interface LastSending {
  /** The act that is taken back: the last one of a sending that had too many rows for a single one. */
  readonly act: string;
  /** How many acts the sending took. */
  readonly acts: number;
  /** Rows of the whole sending. */
  readonly rows: number;
  readonly at: string;
}

export const noSendings: UndoState = { sendings: null, lastSending: null };

/** What was taken back, and what stays as it is. */
export type TakenBack = Pick<UndoAnswer, "sheets" | "kept" | "keptRows">;

export interface UndoCommands {
  /** Asks what the person sent last. Failures are told by the stage. */
  loadSendings(): Promise<void>;
  /** What taking back a sending would do now. */
  previewUndo(act: string): Promise<Outcome<UndoPreview>>;
  /** Takes a sending back, for a reason that its rows keep in their history, and fetches what that changed. */
  undoSending(act: string, reason: string): Promise<Outcome<TakenBack>>;
}
