import { Hono } from "hono";
import { knownRowsSchema, type KnownRowsAnswer } from "../../shared/contract/learned.ts";
import { ownColumn, readableColumns } from "../../shared/model/access.ts";
import { findRows } from "../db/find-rows.ts";
import { storedColumns } from "../db/sheet-table.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { sheetById } from "../service-parts.ts";

/** `POST /known-rows`: which rows of a file the service has already, of those that one may read. */
export const knownRows = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { schema, sheet: id, columns, rows } = await parseBody(c, knownRowsSchema);
  const service = c.get("service");
  if (schema !== service.schema) throw new Refusal("schema-changed");
  const sheet = sheetById(service, id);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const { person } = c.get("caller");
  const readable = new Set(readableColumns(sheet, person.role));
  if (readable.size === 0) throw new Refusal("forbidden");
  const stored = new Set(storedColumns(sheet));
  const unknown = columns.findIndex((column) => !readable.has(column) || !stored.has(column));
  if (unknown >= 0) throw new Refusal("bad-request", { field: `columns.${unknown}` });
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  if (uneven >= 0) throw new Refusal("bad-request", { field: `rows.${uneven}` });
  const own = ownColumn(sheet, person.role, "read");
  const owner = own === undefined ? undefined : { column: own, person: person.id };
  const known = await findRows(service.database, sheet, { columns, values: rows, owner });
  return c.json({ known: [...known] } satisfies KnownRowsAnswer);
});
