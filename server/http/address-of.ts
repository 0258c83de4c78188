import { isIP } from "node:net";
import type { RouteContext } from "./route-environment.ts";

/** Who is asking, as far as attempts are counted. */
export type AddressOf = (c: RouteContext) => string;

/**
 * Reads the address of whoever asks, of IPv6 the network: everybody who has one of its addresses has all of them. Each proxy adds the address that it was asked from at the right end of
 * `X-Forwarded-For`; what stands left of the `proxies` that we know may be made up, and is never looked at.
 */
export function createAddressOf(proxies: number): AddressOf {
  return (c) => {
    const socket = socketAddressOf(c);
    if (proxies === 0) return networkOf(socket);
    const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",");
    return networkOf(withoutPort(forwarded.at(-proxies)?.trim() ?? "") ?? socket);
  };
}

/** The address of the other end, as far as there is a socket. */
function socketAddressOf(c: RouteContext): string {
  const bindings: unknown = c.env;
  const incoming = isRecord(bindings) ? bindings["incoming"] : undefined;
  const socket = isRecord(incoming) ? incoming["socket"] : undefined;
  const address = isRecord(socket) ? socket["remoteAddress"] : undefined;
  return typeof address === "string" ? address : "local";
}

/** The first half of an IPv6 address (RFC 4291, 2.5.4); IPv4 as it is, also where IPv6 carries it. */
function networkOf(address: string): string {
  const carried = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (carried !== undefined || isIP(address) !== 6) return carried ?? address;
  const [before = "", after] = (address.split("%")[0] ?? "").split("::");
  const [first, last] = [before, after ?? ""].map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = after === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0);
  const groups = [...(first ?? []), ...Array.from({ length: zeros }, () => "0"), ...(last ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** Some proxies (IIS, Azure) add the port, which is another one each time; undefined where it is no address. */
function withoutPort(text: string): string | undefined {
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  return isIP(address) === 0 ? undefined : address;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
