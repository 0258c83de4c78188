import { Hono } from "hono";
import { evidenceQuerySchema } from "../../shared/contract.ts";
import { indicatorScope, type Indicator } from "../../shared/model/indicator.ts";
import { parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteContext, RouteEnvironment } from "../http/route-environment.ts";
import type { Scope } from "../indicators/compute-indicator.ts";
import { consistentFigures } from "../indicators/consistent-figures.ts";
import { evidenceOf } from "../indicators/evidence.ts";
import { boundedMonthsSchema } from "./bounded-months.ts";

/** `GET /indicators/:id` and the rows behind its figures. */
export const indicatorRoutes = new Hono<RouteEnvironment>()
  .get("/:id", async (c) => {
    const { indicator, scope } = indicatorAsked(c, c.req.param("id"));
    const months = parseQuery(c, boundedMonthsSchema);
    const { content, asOf } = await consistentFigures(
      c.get("service"),
      c.get("caller").person,
      scope,
      (source) => source.indicator(indicator, months),
    );
    return c.json({ ...content, asOf });
  })
  .get("/:id/rows", async (c) => {
    const { indicator, scope } = indicatorAsked(c, c.req.param("id"));
    const { month, advisor } = parseQuery(c, evidenceQuerySchema);
    const wanted = advisor === undefined ? undefined : advisor || null;
    if (scope.of === "own" && wanted !== undefined && wanted !== scope.advisor)
      throw new Refusal("forbidden");
    const whose = scope.of === "own" ? scope.advisor : wanted;
    const { person } = c.get("caller");
    const evidence = await evidenceOf(c.get("service"), { indicator, month, advisor: whose, person });
    if (!evidence) throw new Refusal("forbidden");
    return c.json(evidence);
  });

function indicatorAsked(
  c: RouteContext,
  id: string,
): { readonly indicator: Indicator; readonly scope: Scope } {
  const indicator = c.get("service").indicators.find((one) => one.id === id);
  if (!indicator) throw new Refusal("not-found");
  const { person } = c.get("caller");
  const scope = indicatorScope(indicator, person.role);
  if (scope === "none") throw new Refusal("forbidden");
  return { indicator, scope: scope === "all" ? { of: "all" } : { of: "own", advisor: person.id } };
}
