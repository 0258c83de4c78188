import type { AttachmentType } from "../../shared/attachments/file-format.ts";
import type { Outcome } from "./session.ts";

/** A photo or document of a row, as the pane shows it. */
export interface ShownAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly by: string;
  readonly at: string;
  /** The file says where it was taken. */
  readonly hasPosition: boolean;
  /** Its small picture as a `data:` address; null where it has none. */
  readonly thumbnail: string | null;
}

/** One that was taken away: what it was, and why. */
export interface RemovedAttachment {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** What is attached to the row that was asked for last. */
export interface RowAttachments {
  readonly link: string;
  /** The row's place among those of the link when it was asked for. */
  readonly position: number;
  readonly sheet: string;
  readonly rowId: string;
  /** `unsent`: the service does not have the row yet, so that nothing can be attached to it. */
  readonly stage: "unsent" | "loading" | "ready" | "failed";
  readonly canAttach: boolean;
  readonly shown: readonly ShownAttachment[];
  readonly removed: readonly RemovedAttachment[];
  /** The file that is being sent, and how many of them were. */
  readonly sending: { readonly name: string; readonly done: number; readonly total: number } | null;
}

/** A file that somebody chose, ready to be sent. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly keepsPosition: boolean;
  /** A small JPEG; null where the browser cannot draw the file. */
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
}

/** The part of the pane's state that is about photos and documents. */
export interface AttachmentsState {
  readonly attachments: RowAttachments | null;
}

/** The commands that are about photos and documents. They are kept by the service alone, never by the browser. */
export interface AttachmentsCommands {
  /** Asks what the selected row has; nothing where no linked row is selected. Failures are told by the stage. */
  loadAttachments(): Promise<void>;
  /** Sends files to a row that was shown, one after the other; those sent before a failure are kept. */
  attachFiles(
    to: Pick<RowAttachments, "sheet" | "rowId">,
    files: readonly ChosenFile[],
  ): Promise<Outcome<{ readonly attached: number }>>;
  /** The file itself, to be looked at or saved. */
  openAttachment(id: string): Promise<Outcome<Blob>>;
  removeAttachment(id: string, reason: string): Promise<Outcome>;
}
