import type { Family } from "./family.ts";

/** Headers that some servers believe. */
export const headers: Family = (valid, { people, tokenOf }) => {
  const own = `Bearer ${tokenOf(valid.as)}`;
  const believed: Readonly<Record<string, string>>[] = [
    { "x-http-method-override": "DELETE" },
    { "x-original-url": "/api/me", "x-rewrite-url": "/api/me" },
    { "x-forwarded-host": "malo.example", "x-forwarded-proto": "http", forwarded: "for=127.0.0.1;host=malo" },
    { "x-forwarded-for": "a".repeat(8_000) },
    { "x-forwarded-for": "127.0.0.1,".repeat(2_000) },
    { "x-user-id": people.director.id, "x-role": "admin" },
    { "x-request-id": "../../malo\u0009<script>" },
    { "x-request-id": "a".repeat(8_000) },
    { origin: "https://malo.example", "sec-fetch-site": "cross-site" },
    { origin: "null" },
    { "accept-encoding": "gzip;q=0, *;q=NaN", accept: "text/html", "accept-language": "../../x" },
    { range: "bytes=0-1,0-1,0-1", "if-none-match": "*", "if-modified-since": "nunca" },
    { upgrade: "websocket", "sec-websocket-key": "x" },
    { "last-event-id": "'; DROP TABLE revisions; --" },
    { "content-length": "-1" },
    { cookie: `better-auth.session_token=${tokenOf(people.admin)}` },
    ...Array.from({ length: 2 }, (_, at) => ({ [`x-${"a".repeat(4_000)}${at}`]: "1" })),
    Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`x-${at}`, "1"])),
  ];
  const twice = {
    what: "authorization twice",
    authorization: `${own}, Bearer ${tokenOf(people.admin)}`,
    status: 401,
  };
  return [
    ...believed.map((one) => ({ what: `headers ${JSON.stringify(one).slice(0, 60)}`, headers: one })),
    ...(valid.endpoint.asks === "anybody" ? [] : [twice]),
  ];
};
