import { Writable } from "node:stream";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { liveQuerySchema } from "../../shared/contract/live.ts";
import { parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteContext, RouteEnvironment } from "../http/route-environment.ts";

/** `GET /live`: tells as it happens which records have changes that the person sees, as server-sent events. */
export const live = new Hono<RouteEnvironment>().get("/", (c) => {
  // Hono answers HEAD as GET without its body, which here would be a stream that nobody reads.
  if (c.req.method !== "GET") throw new Refusal("not-found");
  const { pane, epoch, seq } = parseQuery(c, liveQuerySchema);
  const { live: desk, accounts, epoch: history, schema } = c.get("service");
  const caller = c.get("caller");
  const authorization = c.req.header("authorization");
  const isThisHistory = seq !== undefined && epoch === history.name;
  const run = desk.open({
    caller,
    pane,
    hello: { epoch: history.name, schema, role: caller.person.role },
    since: isThisHistory ? Number(seq) : undefined,
    still: () => accounts.callerStill(authorization),
  });
  // Proxies that gather answers before they pass them on would keep every event.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, (stream) =>
    run({
      event: (event, content) => stream.writeSSE({ event, data: JSON.stringify(content) }),
      beat: async () => void (await stream.write(":\n\n")),
      onGone: (act) => stream.onAbort(act),
      cut() {
        stream.abort();
        endLine(c);
      },
    }),
  );
});

/** Ends the line to a reader who takes nothing: what waits in it would keep it open for as long as the network hopes. */
function endLine(c: RouteContext): void {
  const outgoing = isRecord(c.env) ? c.env["outgoing"] : undefined;
  if (outgoing instanceof Writable) outgoing.destroy();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
