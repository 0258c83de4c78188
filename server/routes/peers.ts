import { Hono } from "hono";
import { mostPeerRows, peersQuerySchema, type PeersAnswer } from "../../shared/contract/peers.ts";
import { canWrite } from "../../shared/model/access.ts";
import { dayAt } from "../../shared/colombia/day.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { columnsTold, editionOf, entryOf, indexedOf, type Indexed } from "../../shared/peers/peer-index.ts";
import { lastChanges, readPeers, type IndexedPeers } from "../db/read-peers.ts";
import { parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { sheetById, type Service } from "../service-parts.ts";

/**
 * `GET /peers/:sheet`: what the rules of a record need of others' rows, for whoever writes it: sealed under what the
 * rows say, so that nobody learns more than by sending a row.
 */
export const peers = new Hono<RouteEnvironment>().get("/:sheet", async (c) => {
  const service = c.get("service");
  const { schema, known } = parseQuery(c, peersQuerySchema);
  if (schema !== service.schema) throw new Refusal("schema-changed");
  const sheet = sheetById(service, c.req.param("sheet"));
  if (!sheet) throw new Refusal("not-found");
  const { role } = c.get("caller").person;
  if (!canWrite(sheet, role)) throw new Refusal("forbidden");
  const wanted = indexedOf(sheet, role).map((indexed) => ({
    indexed,
    against: againstOf(service, sheet, indexed),
  }));
  const records = [...new Set(wanted.map(({ against }) => against))];
  const today = dayAt(service.now());
  const versionAt = (places: readonly number[]) => [service.epoch.name, today, ...places].join("·");
  const version = versionAt(await lastChanges(service.database, records));
  if (known === version) return c.json({ version, rules: null } satisfies PeersAnswer);
  const read = await readPeers(service.database, wanted, { records, today, most: mostPeerRows });
  const edition = versionAt(read.places);
  const rules = wanted.map(({ indexed }, at) => ruleAnswer(indexed, read.found[at], editionOf(edition, at)));
  return c.json({ version: edition, rules } satisfies PeersAnswer);
});

function ruleAnswer(indexed: Indexed, found: IndexedPeers | undefined, edition: string) {
  const columns = columnsTold(indexed);
  const entries = [...(found?.peers ?? [])].map(([text, same]) => entryOf(text, same, columns, edition));
  return { complete: found?.complete ?? true, entries };
}

function againstOf(service: Service, sheet: Sheet, indexed: Indexed): Sheet {
  if (indexed.kind === "key") return sheet;
  const against = sheetById(service, indexed.rule.against);
  if (!against) throw new Error(`a rule looks at "${indexed.rule.against}", which is no record`);
  return against;
}
