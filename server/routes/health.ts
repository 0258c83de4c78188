import { Hono } from "hono";
import { readSeq } from "../db/commit-changes.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** `GET /health`: whether the service takes rows, and how far its history goes. */
export const health = new Hono<RouteEnvironment>().get("/", async (c) => {
  const { database } = c.get("service");
  if (!database.accepting) return c.json({ status: "stopping", seq: 0 }, 503);
  return c.json({ status: "ok", seq: await readSeq(database) });
});
