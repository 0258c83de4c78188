import type { Sheet } from "../../shared/model/sheet.ts";
import { ObjectsUnavailable } from "../attachments/object-store.ts";
import { commitmentOf, newSalts, type NewEntry } from "../audit/chain.ts";
import { sealOf } from "../audit/check-seals.ts";
import { keptEvent, type AuditedEvent } from "../audit/record-event.ts";
import { revisionContent, type KeptRevision } from "../audit/revision-content.ts";
import { appendEntries, headOf, headStatement } from "../db/audit-chain.ts";
import { eventEntry, insertEvent, newestEvent } from "../db/audit-events.ts";
import { revisionEntry } from "../db/audited-lines.ts";
import { insertRevisions, seqStatement } from "../db/commit-changes.ts";
import type { Session } from "../db/database.ts";
import {
  beginErasing,
  endErasing,
  erasedObjects,
  forgetAnswers,
  forgetObjects,
  keepErasure,
  objectForgotten,
  replaceRevision,
  replaceRow,
} from "../db/erase-statements.ts";
import { erasedText } from "../db/erased-text.ts";
import { indexRows, peerIndexed } from "../db/peer-texts.ts";
import { numberOf, textOf, toJson, type Statement } from "../db/statement.ts";
import type { Service } from "../service-parts.ts";
import { versionAfter } from "../service-parts.ts";
import { anonymisedKey } from "../sync/stored-row.ts";
import { eraseFiles, type ErasedFiles } from "./erase-files.ts";
import { findRemains, type Remains } from "./find-remains.ts";
import { findSubject, type FoundSubject } from "./find-subject.ts";
import { planErasures, type ErasedRow, type ErasurePlan, type RowPlace } from "./plan-erasures.ts";

export interface AnonymiseRequest {
  /** The document, an account or the name of the person. */
  readonly words: string;
  /** Why; it is kept, and must not name them. */
  readonly reason: string;
  /** The id of who does it. */
  readonly by: string;
  readonly at: Date;
}

export type Anonymised =
  | Extract<FoundSubject, { readonly ok: false }>
  | {
      readonly ok: true;
      readonly rows: number;
      /** Rows that are about somebody else today, of which old versions were erased. */
      readonly former: number;
      readonly versions: number;
      readonly files: number;
      readonly doubtful: number;
      readonly remains: Remains;
      /** Contents that the store would not give up yet; the next start of the service tries again. */
      readonly waiting: number;
    };

type World = Pick<Service, "database" | "sheets" | "epoch" | "objects" | "reached" | "log">;

/**
 * Erases what is kept of a person on their request (Ley 1581 de 2012, art. 8 e): from their rows, all their history, the
 * answers that are kept and the files. Pseudonyms stand in the place of whatever names them, so that nothing is counted
 * otherwise; the audit says what was done and stays verifiable (docs/decisions/095-personal-data-can-be-erased.md).
 */
export async function anonymise(world: World, request: AnonymiseRequest): Promise<Anonymised> {
  const done = await world.database.exclusive(async (session) => {
    const found = await findSubject(session, world.sheets, request.words);
    if (!found.ok) return found;
    const { subject } = found;
    const plan = await planErasures(session, world.sheets, subject);
    const files = await eraseFiles(session, subject, request);
    const remains = await findRemains(session, plan, files);
    const seq = await write(session, world, { plan, files, request });
    const counts = {
      rows: plan.rows.length,
      former: formerErased(plan).length,
      versions: plan.revisions.length,
      files: files.files,
    };
    return { ok: true, ...counts, doubtful: subject.doubtful, remains, seq } as const;
  });
  if (!done.ok) return done;
  const { seq, ...counts } = done;
  world.reached(seq);
  return { ...counts, waiting: await forgetErased(world) };
}

/** Takes the contents out of the store that anonymisations erased; gives how many it would not give up. */
export async function forgetErased({
  database,
  objects,
  log,
}: Pick<Service, "database" | "objects" | "log">): Promise<number> {
  const [rows = []] = await database.read([erasedObjects]);
  for (const [index, row] of rows.entries()) {
    const hash = textOf(row, "hash");
    try {
      await objects.remove(hash);
    } catch (error) {
      if (!(error instanceof ObjectsUnavailable)) throw error;
      log.warn({ err: error }, "contents of anonymised rows still wait to be taken out of the store");
      return rows.length - index;
    }
    await database.exclusive((session) => session.write([objectForgotten(hash)]));
  }
  return 0;
}

interface Erased {
  readonly plan: ErasurePlan;
  readonly files: ErasedFiles;
  readonly request: AnonymiseRequest;
}

/** All of it in one batch; gives the newest place in the history. */
async function write(session: Session, world: World, erased: Erased): Promise<number> {
  const { plan, files } = erased;
  const [heads, [newest] = [], [seqs] = []] = await session.read([headStatement, newestEvent, seqStatement]);
  const event = (newest ? numberOf(newest, "seq") : 0) + files.events.length + 1;
  const first = (seqs ? numberOf(seqs, "seq") : 0) + 1;
  const salts = newSalts(plan.revisions.length);
  const erasures = [
    ...plan.revisions.map(({ revision, entry, erased: now }, index) => ({
      event,
      entry: entry.n,
      was: commitmentOf(entry.salt, revisionContent(revision)),
      now: commitmentOf(salts[index] ?? "", revisionContent(now)),
      salt: salts[index] ?? "",
    })),
    ...files.erasures.map((one) => ({ event, ...one })),
  ].toSorted((one, other) => one.entry - other.entry);
  const told = keptEvent(toldEvent(erased, erasures.length, sealOf(erasures)));
  const revisions = plan.rows.map((row, index) =>
    anonymousVersion(row, first + index, world, erased.request),
  );
  const events = [...files.events, told].map((one, index) => ({
    one,
    seq: event - files.events.length + index,
  }));
  const entries: readonly NewEntry[] = [
    ...revisions.map(revisionEntry),
    ...events.map(({ one, seq }) => eventEntry(seq, one)),
  ];
  await session.write([
    beginErasing,
    ...plan.revisions.flatMap(({ erased: one }) => replaceRevision(one)),
    ...files.statements,
    ...erasures.flatMap(({ salt, ...one }) => keepErasure(one, salt)),
    ...insertRevisions(revisions),
    ...plan.rows.map(({ sheet, row, values }, index) =>
      replaceRow(sheet, {
        id: row.id,
        version: revisions[index]?.version ?? row.version,
        seq: first + index,
        values,
      }),
    ),
    ...indexAgain(world.sheets, plan.rows),
    forgetAnswers,
    ...forgetObjects(files.objects),
    ...events.map(({ one, seq }) => insertEvent(seq, one)),
    ...appendEntries(headOf(heads), entries),
    endErasing,
  ]);
  return first + revisions.length - 1;
}

function toldEvent(
  { plan, files, request }: Erased,
  entries: number,
  seal: string,
): AuditedEvent<"anonymised"> {
  const { by, at, reason } = request;
  const own = plan.rows.map(({ sheet, row }): [string, string] => [sheet.id, row.id]);
  const rows = [...own, ...formerErased(plan).map(({ sheet, id }): [string, string] => [sheet.id, id])];
  return {
    kind: "anonymised",
    by,
    about: null,
    at,
    details: { rows, reason, entries, files: files.files, seal },
  };
}

function formerErased({ former, revisions }: ErasurePlan): readonly RowPlace[] {
  const erased = new Set(revisions.map(({ revision }) => placeKey(revision.sheet, revision.row)));
  return former.filter(({ sheet, id }) => erased.has(placeKey(sheet.id, id)));
}

const placeKey = (sheet: string, row: string) => `${sheet}/${row}`;

/** The version by which workbooks learn that the row says something else. */
function anonymousVersion(
  { sheet, row }: ErasedRow,
  seq: number,
  { epoch }: Pick<World, "epoch">,
  { by, at }: AnonymiseRequest,
): KeptRevision {
  return {
    seq,
    sheet: sheet.id,
    row: row.id,
    version: versionAfter(epoch, row.version),
    at: at.toISOString(),
    by,
    workbook: "",
    push: null,
    reason: erasedText,
    before: toJson({ [anonymisedKey]: row.anonymised ? 1 : 0 }),
    after: toJson({ [anonymisedKey]: 1 }),
    accepted: null,
    typed: null,
  };
}

function indexAgain(sheets: readonly Sheet[], rows: readonly ErasedRow[]): readonly Statement[] {
  const indexed = peerIndexed(sheets);
  return rows.flatMap(({ sheet, row, values }) =>
    indexRows(sheet.id, indexed.get(sheet.id) ?? [], [{ id: row.id, row: values }]),
  );
}
