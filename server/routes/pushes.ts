import { Hono } from "hono";
import { z } from "zod";
import { undoSchema, type Pushes, type UndoPreview } from "../../shared/contract/undo.ts";
import { canRead } from "../../shared/model/access.ts";
import { readActs } from "../db/read-acts.ts";
import { parseBody, parseParameters } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { previewUndo, undoPushes, type UndoResult } from "../undo-pushes.ts";

const parametersSchema = z.object({ act: undoSchema.shape.act });

/** `GET /pushes` and `GET /pushes/:act`: what one sent last, and what taking it back would do. */
export const pushes = new Hono<RouteEnvironment>()
  .get("/", async (c) => {
    const { database, sheets } = c.get("service");
    const { person } = c.get("caller");
    const seen = sheets.filter((sheet) => canRead(sheet, person.role));
    return c.json({ pushes: [...(await readActs(database, person, seen))] } satisfies Pushes);
  })
  .get("/:act", async (c) => {
    const service = c.get("service");
    const { person } = c.get("caller");
    const { act } = parseParameters(c, parametersSchema);
    const preview = await previewUndo(service, { person, at: service.now() }, act);
    return c.json(valueOf(preview) satisfies UndoPreview);
  });

/** `POST /undo`: takes back what one sent, as far as nobody built on it. */
export const undoing = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { workbook, ...request } = await parseBody(c, undoSchema);
  const service = c.get("service");
  const { person } = c.get("caller");
  return c.json(valueOf(await undoPushes(service, { person, at: service.now(), workbook }, request)));
});

function valueOf<T>(result: UndoResult<T>): T {
  if (result.ok) return result.value;
  if (result.code === "other-undo") throw new Refusal("bad-request", { field: "id" });
  throw new Refusal(result.code);
}
