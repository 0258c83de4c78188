import { Hono } from "hono";
import { z } from "zod";
import { pushSchema } from "../../shared/contract.ts";
import { historyPage, historyQuerySchema, type History } from "../../shared/contract/history.ts";
import { mayTouch, readableColumns } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { readHistory, type HistoryEntry } from "../db/read-history.ts";
import { parseParameters, parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById } from "../service-parts.ts";
import type { RevisionNotes } from "../db/revision-notes.ts";
import { toldAcceptances } from "../sync/accept-warnings.ts";
import { isOfRowAlone, isRowKey } from "../sync/stored-row.ts";

const parametersSchema = z.object({ id: pushSchema.shape.rows.element.shape.id });

/** `GET /history/:sheet/:id`: the versions of a row, of the columns that one may read. */
export const history = new Hono<RouteEnvironment>().get("/:sheet/:id", async (c) => {
  const service = c.get("service");
  const { person } = c.get("caller");
  const sheet = sheetById(service, c.req.param("sheet"));
  if (!sheet) throw new Refusal("not-found");
  const { id } = parseParameters(c, parametersSchema);
  const { column, before } = parseQuery(c, historyQuerySchema);
  const page = { column, before: before === undefined ? undefined : Number(before), most: historyPage + 1 };
  const found = await readHistory(service.database, sheet, id, page);
  if (!found || !mayTouch(sheet, person, "read", found.row.values)) throw new Refusal("not-found");
  const columns = readableColumns(sheet, person.role);
  if (column !== undefined && !columns.includes(column))
    throw new Refusal("bad-request", { field: "column" });
  const { people } = await judgingContext(service, service.now());
  const entries = found.entries.slice(0, historyPage);
  const told = tellTo(sheet, columns, people.nameOf);
  const next = found.entries.length > entries.length ? (entries.at(-1)?.version ?? null) : null;
  return c.json({ revisions: entries.flatMap(told), next } satisfies History);
});

/** A version as far as a person may read it: not at all where it changed nothing that they see. */
function tellTo(sheet: Sheet, columns: readonly string[], nameOf: (id: string) => string) {
  const readable = new Set(columns);
  const isTold = (key: string) => readable.has(key) || isRowKey(key);
  const visible = (row: Row) => Object.fromEntries(Object.entries(row).filter(([key]) => isTold(key)));
  // The reason of an official version is a column's; why a row was voided or returned is nobody's.
  const hidesReason = sheet.versioning !== undefined && !readable.has(sheet.versioning.reason);
  return ({ by, before, after, reason, notes, ...entry }: HistoryEntry): History["revisions"] => {
    const told = {
      ...entry,
      ...toldNotes(notes, columns, nameOf),
      by: nameOf(by),
      reason: hidesReason && !isOfRowAlone({ after }) ? null : reason,
      before: visible(before),
      after: visible(after),
    };
    const isHidden = Object.keys(told.after).length === 0 && !told.accepted;
    return isHidden && hasContent({ after, notes }) ? [] : [told];
  };
}

const hasContent = ({ after, notes }: Pick<HistoryEntry, "after" | "notes">): boolean =>
  Object.keys(after).length > 0 || notes.accepted.length > 0;

function toldNotes(
  { typed, accepted }: RevisionNotes,
  readable: readonly string[],
  nameOf: (id: string) => string,
) {
  const ofReadable = Object.entries(typed).filter(([column]) => readable.includes(column));
  return {
    ...(ofReadable.length > 0 ? { typed: Object.fromEntries(ofReadable) } : {}),
    ...toldAcceptances(accepted, readable, nameOf),
  };
}
