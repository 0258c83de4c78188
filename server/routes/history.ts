import { Hono } from "hono";
import { z } from "zod";
import { pushSchema } from "../../shared/contract.ts";
import type { History } from "../../shared/contract/history.ts";
import { mayTouch, readableColumns } from "../../shared/model/access.ts";
import type { Row } from "../../shared/model/value.ts";
import { readHistory } from "../db/read-history.ts";
import { parseParameters } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById } from "../service-parts.ts";
import type { RevisionNotes } from "../db/revision-notes.ts";
import { toldAcceptances } from "../sync/accept-warnings.ts";
import { isOfRowAlone, statusKey, voidedKey } from "../sync/stored-row.ts";

const parametersSchema = z.object({ id: pushSchema.shape.rows.element.shape.id });

/** `GET /history/:sheet/:id`: every version of a row, of the columns that one may read. */
export const history = new Hono<RouteEnvironment>().get("/:sheet/:id", async (c) => {
  const service = c.get("service");
  const { person } = c.get("caller");
  const sheet = sheetById(service, c.req.param("sheet"));
  if (!sheet) throw new Refusal("not-found");
  const { id } = parseParameters(c, parametersSchema);
  const found = await readHistory(service.database, sheet, id);
  if (!found || !mayTouch(sheet, person, "read", found.row.values)) throw new Refusal("not-found");
  const { people } = await judgingContext(service, service.now());
  const readable = new Set([...readableColumns(sheet, person.role), voidedKey, statusKey]);
  const visible = (row: Row) => Object.fromEntries(Object.entries(row).filter(([key]) => readable.has(key)));
  // The reason of an official version is a column's; why a row was voided or returned is nobody's.
  const hidesReason = sheet.versioning !== undefined && !readable.has(sheet.versioning.reason);
  return c.json({
    revisions: found.entries.map(({ by, before, after, reason, notes, ...entry }) => ({
      ...entry,
      ...toldNotes(notes, [...readable], (one) => people.byId(one)?.name ?? one),
      by: people.byId(by)?.name ?? by,
      reason: hidesReason && !isOfRowAlone({ after }) ? null : reason,
      before: visible(before),
      after: visible(after),
    })),
  } satisfies History);
});

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
