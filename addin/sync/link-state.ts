import type { Person } from "../../shared/model/access.ts";
import { isError, type Issue } from "../../shared/model/issue.ts";
import { atColumn, type Context } from "../../shared/model/kind.ts";
import type { CellRow } from "../../shared/model/read-row.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { rowNumberAt, type LinkShape } from "../excel/link-layout.ts";
import type { LinkRecord } from "../excel/registry.ts";
import type { RowStatus } from "../excel/row-status.ts";
import type { Trouble } from "../excel/place.ts";
import type { Span } from "../excel/spans.ts";
import type { TableRow } from "../excel/table-row.ts";
import type { Editor, LinkReading } from "../excel/workbook.ts";
import { isGrown, placesToRead } from "./part-reading.ts";
import { interpretRows, type LocalRow } from "./interpret-rows.ts";
import { judgeRows } from "./judge-rows.ts";
import type { PeerWorld } from "./peers/judge-by-peers.ts";
import type { KnownRows } from "./known-rows.ts";
import { isOpen, type Conflict } from "./open-conflicts.ts";
import { withoutAccepted, type Notes } from "./row-notes.ts";
import { standingFindings } from "./row-standing.ts";
import { sameLine } from "./remembered-readings.ts";
import { recogniseRows } from "./recognise-rows.ts";

/** What the service said of a row, true as long as the row's cells stay what they were. */
export interface Finding {
  readonly digest: string;
  readonly issues: readonly Issue[];
}

/** A link as it stood when it was last read, and what the service said of its rows. */
export interface LinkState {
  readonly link: LinkRecord;
  readonly sheet: Sheet;
  readonly troubles: readonly Trouble[];
  /** The rows that the table ever showed. */
  readonly known: KnownRows;
  /** Accepted warnings and typed texts of rows. */
  readonly notes: Notes;
  /** Null where the table or a control column is missing. */
  readonly shape: LinkShape | null;
  readonly protected: boolean;
  readonly rows: readonly LocalRow[];
  /** Blank rows whose control cells still say something: their reference's text by place. */
  readonly emptied: ReadonlyMap<number, string>;
  /** What is wrong by our own judgement, by row. */
  readonly judged: ReadonlyMap<string, readonly Issue[]>;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  /** Records of the service, of the matrix's year, that have no line in it; absent while that is not known. */
  readonly elsewhere?: number;
}

/** Who works with the workbook, and how its cells are to be read. */
export interface Reader {
  readonly person: Person;
  readonly context: Context;
  /** Others' rows, where the pane knows of them. */
  readonly peers?: (link: string) => PeerWorld;
}

/** A link that was not read yet. */
export function unreadState(
  link: LinkRecord,
  sheet: Sheet,
  known: KnownRows = new Map(),
  notes: Notes = new Map(),
): LinkState {
  const none = new Map<string, never>();
  return {
    link,
    sheet,
    known,
    notes,
    troubles: [],
    shape: null,
    protected: false,
    rows: [],
    emptied: new Map(),
    judged: none,
    findings: none,
    conflicts: none,
  };
}

/** Reads a link and judges its rows. What the service said before stays where its row did. */
export async function readLinkState(editor: Editor, before: LinkState, reader: Reader): Promise<LinkState> {
  return interpret(before, await editor.read(before.sheet, before.link, reader.context), reader);
}

/**
 * Reads the rows of a link that somebody changed, and judges all of them: what a row says may make others wrong. `edited`
 * are rows of the worksheet, from 0. Where more may have changed than that, everything is read.
 */
export async function readLinkPart(
  editor: Editor,
  before: LinkState,
  reader: Reader,
  edited: readonly Span[],
): Promise<LinkState> {
  const { sheet, link, shape: known } = before;
  const lines = linesOf.get(before.rows);
  if (!lines || !known) return readLinkState(editor, before, reader);
  const part = await editor.readPart(sheet, link, (shape) => placesToRead(shape, known, edited));
  if (!part?.shape || !isGrown(part.shape, known)) return readLinkState(editor, before, reader);
  const rows = [...lines];
  for (const row of part.rows) rows[row.position] = sameLine(lines[row.position], row);
  return interpret(before, { ...part, rows }, reader);
}

/** The lines of the sheet that rows were understood from. Rows that the pane itself changed have none: they are read anew. */
const linesOf = new WeakMap<readonly LocalRow[], readonly TableRow[]>();

/** Whether the rows of a state stand as they were read. */
export const isAsRead = ({ rows }: LinkState): boolean => linesOf.has(rows);

/** What a reading found, understood and judged. Rows that say what they said are not understood anew. */
function interpret(before: LinkState, reading: LinkReading, reader: Reader): LinkState {
  const { sheet, link } = before;
  const { shape, troubles, protected: isProtected } = reading;
  const known = linesOf.get(before.rows);
  const lines = reading.rows.map((row, at) => sameLine(known?.[at], row));
  const columns = new Set(shape?.columns.keys());
  const { context } = readerFor(reader, link);
  const given = givenCells(sheet, link, context);
  const { rows: found, emptied } = interpretRows(sheet, lines, columns, context, given);
  const rows = [...recogniseRows(keepIds(found, before.rows), before.known)];
  linesOf.set(rows, lines);
  return judgeState({ ...before, shape, troubles, protected: isProtected, rows, emptied }, reader);
}

/**
 * Rows without a reference keep the id that they were given at the last reading while they stand where they did and say
 * what they said, so that what was shown of them can be acted on.
 */
function keepIds(rows: readonly LocalRow[], before: readonly LocalRow[]): readonly LocalRow[] {
  const unsent = before.filter((row) => row.unnamed && row.known.version === 0);
  const unnamed = new Map(unsent.map((row) => [row.position, row]));
  const taken = new Set(rows.filter((row) => !row.unnamed).map(({ known }) => known.id));
  return rows.map((row) => {
    const same = row.unnamed ? unnamed.get(row.position) : undefined;
    if (same?.digest !== row.digest || taken.has(same.known.id)) return row;
    return { ...row, known: { ...row.known, id: same.known.id } };
  });
}

/** How the cells of one link are to be read: with the habits of its sheet. */
export function readerFor(reader: Reader, { habits }: LinkRecord): Reader {
  if (Object.keys(habits).length === 0) return reader;
  return { ...reader, context: { ...reader.context, habits } };
}

/** What a title of the sheet gives to every row, as cells. */
function givenCells(sheet: Sheet, { context: given }: LinkRecord, context: Context): CellRow {
  const cells: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(given)) {
    const column = sheet.columns[key];
    if (column && value !== null) cells[key] = column.kind.write(value, atColumn(context, key));
  }
  return cells;
}

/** Judges the rows of a state again, and drops what the service said of rows that are others by now. */
export function judgeState(state: LinkState, reader: Reader): LinkState {
  const { sheet, shape, rows, link } = state;
  const { person, context } = readerFor(reader, link);
  const columns = new Set([...(shape?.columns.keys() ?? []), ...Object.keys(link.context)]);
  const rowNumber = (position: number) => (shape ? rowNumberAt(shape, position) : 0);
  const byId = new Map(rows.map((row) => [row.known.id, row]));
  const peers = reader.peers?.(link.id);
  const judged = judgeRows(rows, { sheet, person, context, columns, rowNumber, peers });
  const open = (id: string, issues: readonly Issue[]) =>
    withoutAccepted(issues, state.notes.get(id), byId.get(id)?.reading.values ?? {});
  return {
    ...state,
    judged: new Map([...judged].map(([id, issues]) => [id, open(id, issues)])),
    findings: standingFindings(
      state,
      new Map(
        [...keep(state.findings, (id, { digest }) => byId.get(id)?.digest === digest)].map(([id, said]) => [
          id,
          { ...said, issues: open(id, said.issues) },
        ]),
      ),
    ),
    conflicts: keep(state.conflicts, (id, conflict) => isOpen(conflict, byId.get(id))),
  };
}

function keep<T>(
  map: ReadonlyMap<string, T>,
  holds: (id: string, value: T) => boolean,
): ReadonlyMap<string, T> {
  return new Map([...map].filter(([id, value]) => holds(id, value)));
}

/** Everything that is to be said of a row: our own judgement, then what only the service knows. */
export function issuesOf({ judged, findings }: LinkState, id: string): readonly Issue[] {
  const own = judged.get(id) ?? [];
  const said = (findings.get(id)?.issues ?? []).filter(
    (issue) => !own.some(({ column, code }) => column === issue.column && code === issue.code),
  );
  return [...own, ...said];
}

export function statusOf(state: LinkState, row: LocalRow): RowStatus {
  if (state.conflicts.has(row.known.id)) return "conflict";
  if (issuesOf(state, row.known.id).some(isError)) return "wrong";
  if (row.dirty) return "pending";
  return state.notes.get(row.known.id)?.status?.is ?? "synchronised";
}
