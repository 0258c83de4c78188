import type { Value } from "../../shared/model/value.ts";
import type { Outcome } from "./session.ts";

/** A change of a cell, as the history keeps it. Values are canonical. */
export interface CellVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly before: Value;
  readonly after: Value;
  /** Name of the file that it came from. */
  readonly file: string;
  readonly reason: string | null;
  /** What was typed, where that is not how the value is shown. */
  readonly typed: string | null;
}

/** What happened to the selected cell. */
export interface CellHistory {
  readonly link: string;
  /** The row's place among those of the link when it was asked for. */
  readonly position: number;
  readonly sheet: string;
  readonly rowId: string;
  readonly column: string;
  /** `unsent`: the service does not have the row yet. */
  readonly stage: "unsent" | "loading" | "ready" | "failed";
  /** Newest first. */
  readonly versions: readonly CellVersion[];
  /** There are older ones. */
  readonly more: boolean;
}

export interface HistoryState {
  readonly cellHistory: CellHistory | null;
}

export interface HistoryCommands {
  /** Asks what happened to the selected cell; nothing where it is no cell that people fill in. */
  loadHistory(): Promise<void>;
  /** Asks for older versions of the cell that is shown. */
  loadOlderHistory(): Promise<void>;
  /** Writes a value that the cell once had as if it had been typed; false where the row is gone from the sheet. */
  restoreCell(
    cell: Pick<CellHistory, "link" | "rowId" | "column">,
    value: Value,
  ): Promise<Outcome<{ readonly restored: boolean }>>;
}
