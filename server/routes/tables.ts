import { Hono } from "hono";
import type { TableAnswer } from "../../shared/contract.ts";
import type { Person } from "../../shared/model/access.ts";
import type { TableContent, TableDefinition } from "../../shared/model/table.ts";
import { parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import type { Scope } from "../indicators/compute-indicator.ts";
import { consistentFigures, type Dated } from "../indicators/consistent-figures.ts";
import { boundedMonthsSchema } from "./bounded-months.ts";

/** `GET /tables/:id`: a computed table over some months. */
export const tableRoutes = new Hono<RouteEnvironment>().get("/:id", async (c) => {
  const service = c.get("service");
  const { person } = c.get("caller");
  const table = service.tables.find(({ id }) => id === c.req.param("id"));
  if (!table) throw new Refusal("not-found");
  const scope = scopeOf(table, person);
  if (!scope) throw new Refusal("forbidden");
  const months = parseQuery(c, boundedMonthsSchema);
  const dated = await consistentFigures(service, person, scope, (source) => table.build(months, source));
  return c.json(answerOf(table, dated));
});

function scopeOf({ access }: TableDefinition, person: Person): Scope | undefined {
  if (access.read.includes(person.role)) return { of: "all" };
  return access.own.includes(person.role) ? { of: "own", advisor: person.id } : undefined;
}

function answerOf({ id }: TableDefinition, { content, asOf }: Dated<TableContent>): TableAnswer {
  return {
    table: id,
    columns: content.columns.map(({ label, layout }) => ({ label, layout: { ...layout } })),
    rows: content.rows.map(({ cells, formats, emphasis }) => ({
      cells: [...cells],
      ...(formats ? { formats: { ...formats } } : {}),
      ...(emphasis ? { emphasis } : {}),
    })),
    notes: [...content.notes],
    asOf,
  };
}
