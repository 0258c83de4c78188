import type { FailureCode, IndicatorAnswer, Me } from "../../shared/contract.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Months } from "../../shared/model/result.ts";
import type { ExcelFailure } from "../excel/failure.ts";
import type { Place, Trouble } from "../excel/place.ts";
import type { Day, Value } from "../../shared/model/value.ts";
import type { AccountCommands } from "./account-session.ts";
import type { AttachmentsCommands, AttachmentsState } from "./attachments-session.ts";
import type { DirectoryCommands, DirectoryFailure, DirectoryState } from "./directory-session.ts";
import type { FamiliarCommands, FamiliarState } from "./familiar-session.ts";
import type { HistoryCommands, HistoryState } from "./history-session.ts";
import type { LiveCommands, LiveState } from "./live-session.ts";
import type { PeopleCommands, PeopleState } from "./people-session.ts";
import type { SettingsCommands, SettingsState } from "./settings-session.ts";
import type { StandingReport, StatusCommands, StatusState } from "./status-session.ts";
import type { UndoCommands, UndoState } from "./undo-session.ts";

export type { Place, Trouble } from "../excel/place.ts";

/** A record that lies in a table of this workbook. */
export interface LinkSummary {
  readonly id: string;
  /** Code of the record. */
  readonly sheet: string;
  readonly place: Place;
  readonly rows: number;
  /** Rows that the service does not have as they stand; those wrong or in conflict are among them. */
  readonly pending: number;
  readonly wrong: number;
  readonly inConflict: number;
  /** Instant of the last complete synchronisation. */
  readonly lastSync: string | null;
  readonly troubles: readonly Trouble[];
  readonly canWrite: boolean;
  /** The sheet is the staff's own, and can be put back as it was; absent for formats that the add-in inserted. */
  readonly isStaffs?: true;
  /** Records of the service, of the year that a matrix shows, for which it has no line; absent where there are none. */
  readonly elsewhere?: number;
}

/** A mistake in a cell. `row` is the worksheet's row number as people see it. */
export interface CellIssue {
  readonly link: string;
  readonly sheet: string;
  readonly rowId: string;
  readonly row: number;
  readonly place: Place;
  readonly issue: Issue;
  readonly typed: string;
}

/** The same field changed here and by somebody else. Values are canonical. */
export interface CellConflict {
  readonly link: string;
  readonly sheet: string;
  readonly rowId: string;
  readonly row: number;
  readonly column: string;
  readonly place: Place;
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
  readonly by: string;
  readonly at: string;
}

/** A text for a cell of a linked row, and what the cell held when the pane showed it, as `CellIssue` says both. */
export interface CellFill {
  readonly link: string;
  readonly rowId: string;
  readonly column: string;
  readonly typed: string;
  readonly text: string;
}

/** A row that this workbook showed and no longer has. */
export interface VanishedRow {
  readonly link: string;
  readonly sheet: string;
  readonly rowId: string;
  /** What names the row to people. */
  readonly label: string;
}

/** A computed table in this workbook. */
export interface TableSummary {
  readonly id: string;
  readonly table: string;
  readonly place: Place;
  readonly months: Months;
  readonly refreshedAt: string | null;
  readonly missing: boolean;
}

export type Activity =
  | { readonly kind: "idle" }
  | {
      readonly kind: "working";
      readonly what:
        | "inserting"
        | "examining"
        | "linking"
        | "unlinking"
        | "repairing"
        | "undoing"
        | "validating"
        | "sending"
        | "receiving"
        | "refreshing";
      readonly done: number;
      /** 0 while it is not known. */
      readonly total: number;
      /** Excel waits until the person has finished the cell that they are typing in. */
      readonly waitsForCell?: true;
    };

/** Everything that can stop a command; rows that are wrong do not stop one. */
export type CommandFailure =
  | { readonly code: FailureCode; readonly retryAfter?: number }
  | { readonly code: "offline" }
  | { readonly code: "bad-credentials" }
  | DirectoryFailure
  | { readonly code: "locked-out"; readonly seconds: number }
  | { readonly code: "cancelled" }
  /** What is asked of a matrix was not answered, and it is not linked on a guess. */
  | { readonly code: "unanswered" }
  | ExcelFailure
  /** A bug, of the pane or of the service's answer: only loading the pane again may help. */
  | { readonly code: "unexpected" };

export type Outcome<T = undefined> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: CommandFailure };

/** What a synchronisation did. */
export interface SyncReport {
  readonly sent: number;
  readonly received: number;
  readonly wrong: number;
  readonly inConflict: number;
}

/** A linked row, or a cell of a matrix, and the column that is selected in it. */
export interface SelectedPlace {
  readonly link: string;
  /** The worksheet's row number as people see it. */
  readonly row: number;
  /** The row's place among those of the link: a line of a matrix holds several. */
  readonly position: number;
  readonly column: string | null;
}

/** All that the pane shows. A new object whenever anything changed. */
export interface PaneState
  extends
    HistoryState,
    UndoState,
    FamiliarState,
    AttachmentsState,
    SettingsState,
    PeopleState,
    LiveState,
    DirectoryState,
    StatusState {
  readonly phase: "starting" | "signed-out" | "ready";
  readonly me: Me | null;
  /** Whether links, remarks and counts are known: not before the sheets were read for whoever is signed in. */
  readonly workbookRead: boolean;
  readonly connection: "online" | "offline" | "session-expired";
  readonly activity: Activity;
  readonly links: readonly LinkSummary[];
  readonly issues: readonly CellIssue[];
  readonly conflicts: readonly CellConflict[];
  readonly vanished: readonly VanishedRow[];
  readonly tables: readonly TableSummary[];
  /** Indicators of the last twelve months for *Hoy*, the current month last; null until loaded. */
  readonly glance: readonly IndicatorAnswer[] | null;
  /** Where the user is in the sheet, as far as it is a linked row. */
  readonly selection: SelectedPlace | null;
  readonly lastSync: string | null;
  /** What stopped a command, whoever gave it: the pane, the ribbon, or the opening of the workbook. */
  readonly failure: CommandFailure | null;
  /** Whether `retry` would do the command again that failed. */
  readonly canRetry: boolean;
}

/** What people can do in the pane. Commands never throw for expected failures; one long command runs at a time. */
export interface PaneCommands
  extends
    AccountCommands,
    FamiliarCommands,
    HistoryCommands,
    UndoCommands,
    AttachmentsCommands,
    SettingsCommands,
    PeopleCommands,
    LiveCommands,
    DirectoryCommands,
    StatusCommands {
  /** Inserts the format of a record in a new worksheet; brings the rows from that day on, all (`null`), or none. */
  insertFormat(sheet: string, rows: { readonly from: Day | null } | "none"): Promise<Outcome>;
  validate(): Promise<Outcome<{ readonly wrong: number }>>;
  synchronise(): Promise<Outcome<SyncReport>>;
  cancel(): void;
  goTo(place: Place): Promise<Outcome>;
  /** Inserts a computed table in a new worksheet, or with its title at the selected cell (`occupied` where that is not empty). */
  insertTable(table: string, months: Months, where?: "new-sheet" | "selection"): Promise<Outcome>;
  refreshTables(): Promise<Outcome<{ readonly refreshed: number }>>;
  forgetTable(id: string): Promise<Outcome>;
  /** Forgets a linked table; its cells, and the rows in the service, stay as they are. */
  forgetLink(link: string): Promise<Outcome>;
  /**
   * The way out of `header-renamed`, `column-missing` and `control-column-missing`: headers get their names back, deleted
   * columns come back with what the service has, and rows without reference are recognised by what they say.
   */
  restoreHeaders(link: string): Promise<Outcome>;
  /** Ways out of conflicts: the cell keeps mine (sent as a change of theirs), or takes theirs. */
  resolveConflicts(conflicts: readonly CellConflict[], keep: "mine" | "theirs"): Promise<Outcome>;
  /**
   * Writes texts into cells as if they had been typed, in one step, wherever their rows stand by now. Cells that hold
   * something else by now, and rows that are gone, are left alone and given back in `left`.
   */
  fillCells(cells: readonly CellFill[]): Promise<Outcome<{ readonly left: readonly CellFill[] }>>;
  restoreVanished(rows: readonly VanishedRow[]): Promise<Outcome>;
  voidVanished(rows: readonly VanishedRow[], reason: string): Promise<Outcome<StandingReport>>;
  /** Stops expecting the rows in this workbook; nothing happens to them in the service. */
  forgetVanished(rows: readonly VanishedRow[]): Promise<Outcome>;
  loadGlance(): Promise<Outcome>;
  /**
   * Does the command again whose failure is shown; nothing where `canRetry` is false. An insertion that was interrupted
   * once the format stood goes on with a synchronisation.
   */
  retry(): Promise<Outcome<unknown>>;
  dismissFailure(): void;
  /** Shows that something failed that nobody foresaw, where it was noticed outside of any command. */
  showUnexpected(): void;
}

/** The pane's model: a state to read, listen to, and commands. */
export interface PaneSession {
  getState(): PaneState;
  subscribe(listener: () => void): () => void;
  readonly commands: PaneCommands;
}
