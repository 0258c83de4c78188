import type { PeersAnswer } from "../../../shared/contract/peers.ts";
import type { Role } from "../../../shared/model/role.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import {
  columnsTold,
  editionOf,
  indexedOf,
  peersOfEntry,
  type Indexed,
} from "../../../shared/peers/peer-index.ts";
import type { Peer } from "../../../shared/peers/peer-questions.ts";
import { markOf } from "../../../shared/peers/seal.ts";

/** What the service has in view of one rule or key of a record. */
export interface PeerIndex {
  readonly indexed: Indexed;
  /** Every row is in it. */
  readonly complete: boolean;
  /** The rows that say a text; their ids are marks. */
  find(text: string): readonly Peer[];
}

/** The indexes of peers that the service gave, by record. They live with the pane, not with the workbook. */
export interface PeerBook {
  /** The version of a record's index that is held, to ask only for a newer one. */
  versionOf(sheet: string): string | undefined;
  keep(sheet: Sheet, role: Role, answer: PeersAnswer): void;
  /** Empty until the service gave something. */
  indexesOf(sheet: string): readonly PeerIndex[];
  /** The mark by which the service calls a row. */
  markOf(id: string): string;
  /** Nobody is signed in any more. */
  clear(): void;
}

interface Held {
  readonly version: string;
  readonly indexes: readonly PeerIndex[];
}

export function createPeerBook(): PeerBook {
  const held = new Map<string, Held>();
  const marks = new Map<string, string>();
  const mark = (text: string) => {
    const known = marks.get(text) ?? markOf(text);
    marks.set(text, known);
    return known;
  };
  return {
    versionOf: (sheet) => held.get(sheet)?.version,
    keep(sheet, role, { version, rules }) {
      if (!rules) return;
      const indexes = indexedOf(sheet, role).flatMap((indexed, at) => {
        const rule = rules[at];
        return rule ? [createIndex(indexed, rule, editionOf(version, at), mark)] : [];
      });
      held.set(sheet.id, { version, indexes });
    },
    indexesOf: (sheet) => held.get(sheet)?.indexes ?? [],
    markOf: mark,
    clear: () => held.clear(),
  };
}

function createIndex(
  indexed: Indexed,
  { complete, entries }: NonNullable<PeersAnswer["rules"]>[number],
  edition: string,
  mark: (text: string) => string,
): PeerIndex {
  const sealed = new Map(entries);
  const columns = columnsTold(indexed);
  return {
    indexed,
    complete,
    find(text) {
      const entry = sealed.get(mark(text));
      return entry === undefined ? [] : peersOfEntry(entry, text, columns, edition);
    },
  };
}
