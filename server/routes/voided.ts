import { Hono } from "hono";
import { voidedQuerySchema, type VoidedAnswer } from "../../shared/contract/status.ts";
import {
  canRead,
  canWriteWholeRows,
  mayTouch,
  ownColumn,
  readableColumns,
} from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
import { readVoided } from "../db/read-voided.ts";
import { parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById } from "../service-parts.ts";
import { valueOf } from "../sync/merge.ts";

/** Rows in one answer. */
const pageRows = 200;

/** `GET /voided/:sheet`: void rows that the person may see, of the columns that they read. */
export const voided = new Hono<RouteEnvironment>().get("/:sheet", async (c) => {
  const service = c.get("service");
  const { person } = c.get("caller");
  const sheet = sheetById(service, c.req.param("sheet"));
  if (!sheet || !canRead(sheet, person.role)) throw new Refusal("not-found");
  const { before } = parseQuery(c, voidedQuerySchema);
  const column = ownColumn(sheet, person.role, "read");
  const found = await readVoided(service.database, sheet, {
    before: before === undefined ? Number.MAX_SAFE_INTEGER : Number(before),
    owner: column === undefined ? undefined : { column, person: person.id },
    rows: pageRows + 1,
  });
  const context = await judgingContext(service, service.now());
  const columns = readableColumns(sheet, person.role);
  const shown = found.slice(0, pageRows);
  return c.json({
    columns: [...columns],
    rows: shown.map(({ row: { id, version, values }, by, at, reason }) => {
      const row = computeRow(sheet, values, context);
      return {
        id,
        version,
        values: columns.map((key) => valueOf(row, key)),
        by: context.people.nameOf(by),
        at,
        reason,
        mayRestore: canWriteWholeRows(sheet, person.role) && mayTouch(sheet, person, "write", values),
      };
    }),
    next: found.length > shown.length ? (shown.at(-1)?.seq ?? null) : null,
  } satisfies VoidedAnswer);
});
