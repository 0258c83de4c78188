import type { Erasure } from "./read-chain.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, textOrNullOf, type SqlRow } from "./statement.ts";

/** An event that tells of an anonymisation, with the place of its entry. */
export interface KeptAnonymisation {
  readonly seq: number;
  readonly n: number;
  readonly at: string;
  readonly by: string | null;
  /** JSON. */
  readonly details: string;
}

/** An erasure with the line of which it erased values, as that says since; null where there is no such line. */
export interface ErasedLine extends Erasure {
  readonly kind: string | null;
  readonly sheet: string | null;
  readonly row: string | null;
  /** JSON of the values of a version. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The events that tell of anonymisations and have an entry, oldest first. */
export async function readAnonymisations(
  session: Pick<Session, "read">,
): Promise<readonly KeptAnonymisation[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT e.seq, c.n, e.at, e."by", e.details FROM audit_events e
       JOIN audit_chain c ON c.kind = 'event' AND c.ref = e.seq WHERE e.kind = 'anonymised' ORDER BY e.seq`,
    ),
  ]);
  return rows.map((row) => ({
    seq: numberOf(row, "seq"),
    n: numberOf(row, "n"),
    at: textOf(row, "at"),
    by: textOrNullOf(row, "by"),
    details: textOf(row, "details"),
  }));
}

/** What an anonymisation, by the number of its event, erased, in the order of the entries. */
export async function readErased(
  session: Pick<Session, "read">,
  event: number,
): Promise<readonly ErasedLine[]> {
  const [rows = []] = await session.read([
    statement(
      `SELECT e.event, e.entry, e.was, e.now, c.kind, ifnull(r.sheet, a.sheet) AS sheet,
         ifnull(r."row", a."row") AS "row", r."before", r."after"
       FROM audit_erasures e LEFT JOIN audit_chain c ON c.n = e.entry
       LEFT JOIN revisions r ON c.kind = 'revision' AND r.seq = c.ref
       LEFT JOIN attachments a ON c.kind = 'attachment' AND a.seq = c.ref
       WHERE e.event = ? ORDER BY e.entry`,
      event,
    ),
  ]);
  return rows.map((row) => ({
    ...erasureOf(row),
    kind: textOrNullOf(row, "kind"),
    sheet: textOrNullOf(row, "sheet"),
    row: textOrNullOf(row, "row"),
    before: textOrNullOf(row, "before"),
    after: textOrNullOf(row, "after"),
  }));
}

/** The numbers of the events that erased something. */
export async function readErasingEvents(session: Pick<Session, "read">): Promise<readonly number[]> {
  const [rows = []] = await session.read([
    statement("SELECT DISTINCT event FROM audit_erasures ORDER BY event"),
  ]);
  return rows.map((row) => numberOf(row, "event"));
}

export function erasureOf(row: SqlRow): Erasure {
  return {
    event: numberOf(row, "event"),
    entry: numberOf(row, "entry"),
    was: textOf(row, "was"),
    now: textOf(row, "now"),
  };
}
