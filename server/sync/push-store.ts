import type { Acceptance } from "../../shared/contract/acceptances.ts";
import type { PeerRule } from "../../shared/model/peer-rule.ts";
import type { Peer, PeerQuestion } from "../../shared/peers/peer-questions.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row, Value } from "../../shared/model/value.ts";
import type { Standing } from "../../shared/model/standing.ts";
import type { LoadedRow } from "./stored-row.ts";

/** What a decision needs of the database; everything is read and written alone, or decided again. */
export interface PushStore {
  /** The rows by id, each with its revisions after `base`; rows that do not exist are there with no current row. */
  load(sheet: Sheet, wanted: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, LoadedRow>>;
  /** The row that has each of these values of a key, by position in `values`. */
  holders(
    sheet: Sheet,
    key: readonly string[],
    values: readonly (readonly Value[])[],
  ): Promise<ReadonlyMap<number, string>>;
  /** Rows that may be peers by a rule, by the text that they say in its matched columns. */
  peers(rule: PeerRule, questions: readonly PeerQuestion[]): Promise<ReadonlyMap<string, readonly Peer[]>>;
  /** Which of these rows say something that a person wrote, whenever that was. */
  writtenBy(sheet: Sheet, ids: readonly string[], person: string): Promise<ReadonlySet<string>>;
  /** The answer once given to a push. */
  storedAnswer(pushId: string): Promise<StoredAnswer | undefined>;
  /** Writes the changes and the answer, all or nothing; gives the place in the history after them. */
  commit(changes: readonly RowChange[], author: Authorship, answered?: AnsweredPush): Promise<number>;
}

export interface StoredAnswer {
  readonly person: string;
  /** Digest of what was pushed. */
  readonly content: string;
  /** As it was given: a push knows its own. */
  readonly answer: unknown;
}

/** What is kept of a push beside its changes. */
export interface AnsweredPush {
  readonly pushId: string;
  readonly content: string;
  /** The sending that it is part of, and the one that it takes back. */
  readonly act: string;
  readonly undoes?: string;
  /** The role that it is answered to; it is kept with the answer. */
  readonly role: Role;
  /** What is answered beside the place in the history. */
  readonly answer: object;
}

/** A new version of a row. */
export interface RowChange {
  readonly sheet: Sheet;
  readonly id: string;
  readonly version: number;
  readonly row: Row;
  readonly before: Row;
  readonly after: Row;
  readonly reason: string | null;
  readonly voided: boolean;
  /** How the row stands from now on; where that changes, `before` and `after` say so too. */
  readonly status: Standing;
  /** Warnings accepted with this version, and what was typed in the columns that changed. */
  readonly accepted?: readonly Acceptance[];
  readonly typed?: Readonly<Record<string, string>>;
}

/** Who changes, when, from which workbook. */
export interface Authorship {
  readonly by: string;
  readonly at: string;
  readonly workbook: string;
}
