import { Hono } from "hono";
import { expect, test } from "vitest";
import { createAddressOf } from "../../../server/http/address-of.ts";
import type { RouteEnvironment } from "../../../server/http/route-environment.ts";

/** The address that a service behind so many proxies reads, asked from the socket of 10.0.0.9. */
async function addressBehind(proxies: number, forwarded?: string): Promise<string> {
  const app = new Hono<RouteEnvironment>().get("/", (c) => c.text(createAddressOf(proxies)(c)));
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const bindings = { incoming: { socket: { remoteAddress: "10.0.0.9" } } };
  return (await app.request("/", { headers }, bindings)).text();
}

test.each([
  [0, undefined, "10.0.0.9"],
  // Without proxies of ours the header is what anybody writes into it.
  [0, "203.0.113.5", "10.0.0.9"],
  [1, "203.0.113.5", "203.0.113.5"],
  [1, "1.1.1.1, 203.0.113.5", "203.0.113.5"],
  [2, "1.1.1.1, 203.0.113.5, 10.0.0.2", "203.0.113.5"],
  [1, "203.0.113.5:50123", "203.0.113.5"],
  // Whoever has one address of an IPv6 network has 2^64 of them.
  [1, "2001:db8::7", "2001:db8:0:0"],
  [1, "[2001:db8::7]:50123", "2001:db8:0:0"],
  [1, "2001:0DB8:0000:0001:abcd::1", "2001:db8:0:1"],
  [1, "2001:db8:0:1::2", "2001:db8:0:1"],
  [1, "::1", "0:0:0:0"],
  [1, "::ffff:203.0.113.5", "203.0.113.5"],
  // Whoever came past a proxy, or made something up, counts as whoever asked.
  [1, undefined, "10.0.0.9"],
  [2, "203.0.113.5", "10.0.0.9"],
  [1, "203.0.113.5, unknown", "10.0.0.9"],
])("behind %d proxies, forwarded for %s: %s", async (proxies, forwarded, address) => {
  expect(await addressBehind(proxies, forwarded)).toBe(address);
});
