import { Hono } from "hono";
import { synonymsSchema, type LearnedAnswer, type SynonymsAnswer } from "../../shared/contract/learned.ts";
import { canWrite, readableColumns } from "../../shared/model/access.ts";
import { normalise } from "../../shared/text/normalise.ts";
import { keepSynonyms } from "../db/synonyms.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { learnedFor } from "../learned-synonyms.ts";
import { sheetById } from "../service-parts.ts";

/** `/synonyms`: what people of the company said that headers of their own sheets mean. */
export const synonymRoutes = new Hono<RouteEnvironment>()
  .get("/", async (c) => {
    const learned = await learnedFor(c.get("service"), c.get("caller").person.role);
    return c.json({ learned } satisfies LearnedAnswer);
  })
  .post("/", async (c) => {
    const { record, headers, workbook } = await parseBody(c, synonymsSchema);
    const service = c.get("service");
    const { person } = c.get("caller");
    const sheet = sheetById(service, record);
    if (!sheet) throw new Refusal("bad-request", { field: "record" });
    if (!canWrite(sheet, person.role)) throw new Refusal("forbidden");
    const readable = new Set(readableColumns(sheet, person.role));
    const unknown = headers.findIndex(({ key }) => key !== null && !readable.has(key));
    if (unknown >= 0) throw new Refusal("bad-request", { field: `headers.${unknown}.key` });
    const synonyms = headers
      .map(({ header, key }) => ({ header: normalise(header), typed: header, key }))
      .filter(({ header }) => header !== "");
    const at = service.now().toISOString();
    const kept = await keepSynonyms(service.database, {
      sheet: sheet.id,
      synonyms,
      by: person.id,
      at,
      workbook,
    });
    return c.json({ kept } satisfies SynonymsAnswer);
  });
