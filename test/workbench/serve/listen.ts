import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

/** An open port with what answers there. */
export interface Listening {
  url: string;
  close: () => Promise<void>;
}

export type ListenResult = { listening: Listening } | { problem: "port-in-use" | "port-forbidden" };

/** Listens on this machine only. Port 0 takes any free one. */
export function listen(app: Hono, port: number): Promise<ListenResult> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve({ problem: "port-in-use" });
      else if (error.code === "EACCES") resolve({ problem: "port-forbidden" });
      else reject(error);
    });
    server.listen(port, "localhost", () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : port;
      resolve({ listening: { url: `http://localhost:${taken}`, close: () => closed(server) } });
    });
  });
}

/** Waits for the answers under way; idle connections of browsers are cut. */
function closed(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
