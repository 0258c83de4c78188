import type { Me } from "../../../shared/contract.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Indicator } from "../../../shared/model/indicator.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import type { LearnedSynonyms, Proposal } from "../../../shared/recognition/proposal.ts";
import { schemaFingerprint } from "../../../shared/schema-fingerprint.ts";
import { workbookName } from "../../../shared/text/workbook-name.ts";
import type { Api } from "../../api/create-api.ts";
import type { Place } from "../../excel/place.ts";
import type { WorksheetReading } from "../../excel/read-grid.ts";
import type { TableRecord } from "../../excel/registry.ts";
import type { Opened, Workbook } from "../../excel/workbook.ts";
import type { Directory } from "../directory-session.ts";
import type { Selected } from "../chosen-rows.ts";
import { decodeKnownRows, type KnownRows } from "../known-rows.ts";
import { noAuthorship, type Authorship } from "./authorship.ts";
import { formerRecordOf } from "./former-rows.ts";
import type { LiveDeps } from "./live-deps.ts";
import type { PeerWorld } from "../peers/judge-by-peers.ts";
import { digestOfText } from "../digest.ts";
import { decodeNotes } from "../row-notes.ts";
import { createPeerBook, type PeerBook } from "../peers/peer-book.ts";
import { unreadState, type LinkState, type Reader } from "../link-state.ts";
import type { ServiceRow } from "../vanished.ts";

/** What a pane session is made of. */
export interface PaneDeps {
  readonly api: Api;
  readonly workbook: Workbook;
  readonly sheets: readonly Sheet[];
  readonly tables: readonly TableDefinition[];
  readonly indicators: readonly Indicator[];
  readonly now: () => Date;
  /** Runs a task after some milliseconds, unless the returned function is called before. */
  readonly schedule: (task: () => void, milliseconds: number) => () => void;
  /** Without them the session does nothing that nobody asks for: no notices, no second tries. */
  readonly live?: LiveDeps;
  /** Without it nobody signs in by Microsoft. */
  readonly directory?: Directory;
}

/** A computed table and where it stands; null where it was deleted. */
export interface HeldTable {
  readonly record: TableRecord;
  readonly place: Place | null;
}

/** What a session knows of the workbook and the person between commands. */
export interface Memory {
  /** The workbook was opened: what it keeps is known. */
  isOpen: boolean;
  /** Names the workbook in the history, and in its own settings. */
  workbook: string;
  workbookId: string;
  /** Tells the very file from its copies, which share the id. */
  file: string;
  date1904: boolean;
  me: Me | null;
  readonly schema: string;
  readonly links: Map<string, LinkState>;
  /** What the service has of others' rows that rules need. */
  readonly peers: PeerBook;
  readonly authorship: Authorship;
  readonly sheets: readonly Sheet[];
  /** The reader of the last time, the same as long as nothing of it changed: what it judged need not be judged again. */
  lastReader: { readonly me: Me; readonly date1904: boolean; readonly reader: Reader } | null;
  readonly tables: Map<string, HeldTable>;
  /** What the person has selected in a worksheet. */
  selected: Selected | null;
  /** Where the list of void rows that is shown goes on. */
  voidedBefore: number | null;
  /** Rows that were fetched to name or restore what vanished, by id. */
  readonly fetched: Map<string, ServiceRow>;
  /** Rows of sheets that were put back, by record. */
  readonly former: Map<string, KnownRows>;
  /** The worksheet that is being linked; null where none is. */
  examined: Examined | null;
  /** The tables of the workbook's first load, as they were found. */
  loading: readonly LoadingTable[];
  /** What colleagues said that headers mean; null until it was asked. */
  learned: LearnedSynonyms | null;
}

/** A worksheet as it was looked at, what it may hold, and what the person said of that. */
export interface Examined {
  readonly reading: WorksheetReading;
  readonly proposals: readonly Proposal[];
  /** What the person said of columns of the worksheet, by proposal: keys, or null for the staff's own. */
  readonly said: readonly ReadonlyMap<number, string | null>[];
}

/** A table that the first load found. */
export interface FoundTable {
  readonly reading: WorksheetReading;
  readonly proposal: Proposal;
}

export interface LoadingTable extends FoundTable {
  /** The link that it became, if it did yet. */
  readonly link: string | null;
}

export function createMemory({ sheets }: PaneDeps): Memory {
  return {
    isOpen: false,
    workbook: "",
    workbookId: "",
    file: "",
    date1904: false,
    me: null,
    schema: schemaFingerprint(sheets),
    links: new Map(),
    peers: createPeerBook(),
    authorship: noAuthorship(),
    sheets,
    lastReader: null,
    tables: new Map(),
    selected: null,
    voidedBefore: null,
    fetched: new Map(),
    former: new Map(),
    examined: null,
    loading: [],
    learned: null,
  };
}

/** Takes in what the workbook keeps. Links to records that this version does not know are left alone. */
export function remember(
  memory: Memory,
  { registry, name, address, date1904, knownRows, rowNotes }: Opened,
  { sheets }: PaneDeps,
): void {
  memory.isOpen = true;
  memory.workbookId = registry.workbook;
  memory.workbook = workbookName(name, registry.workbook);
  memory.file = `${registry.workbook}-${digestOfText(address)}`;
  memory.date1904 = date1904;
  for (const link of registry.links) {
    const sheet = sheets.find(({ id }) => id === link.sheet);
    if (!sheet) continue;
    const known = decodeKnownRows(knownRows.get(link.id) ?? "");
    const notes = decodeNotes(rowNotes.get(link.id) ?? "");
    memory.links.set(link.id, unreadState(link, sheet, known, notes));
  }
  for (const [link, text] of knownRows) {
    const record = formerRecordOf(link);
    if (record !== undefined) memory.former.set(record, decodeKnownRows(text));
  }
  for (const record of registry.tables) memory.tables.set(record.id, { record, place: null });
}

/** How cells are to be read: by whom, and with which people, day and date system. */
export function readerOf(memory: Memory, me: Me, now: Date): Reader {
  const { date1904, lastReader } = memory;
  const today = dayAt(now);
  const isSame = lastReader?.me === me && lastReader.date1904 === date1904;
  if (isSame && lastReader.reader.context.today === today) return lastReader.reader;
  const { id, role } = me.person;
  const reader: Reader = {
    person: { id, role },
    context: { today, people: createDirectory(me.people), date1904, settings: me.settings },
    peers: (link) => peerWorldOf(memory, link),
  };
  memory.lastReader = { me, date1904, reader };
  return reader;
}

/** Others' rows as one link sees them: the service's, and those of the workbook's other linked sheets. */
function peerWorldOf({ peers, sheets, links }: Memory, link: string): PeerWorld {
  return {
    book: peers,
    record: (id) => sheets.find((sheet) => sheet.id === id),
    linked: (id) =>
      [...links.values()].flatMap((other) =>
        other.link.id !== link && other.sheet.id === id ? other.rows : [],
      ),
  };
}
