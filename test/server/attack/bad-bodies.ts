import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { limits } from "../../../shared/contract.ts";
import { attachmentLimits } from "../../../shared/contract/attachments.ts";
import type { Family } from "./family.ts";
import { mutationsOf } from "./mutation.ts";
import { brokenBodies } from "./poison.ts";

/** Every place of the body with everything that it should not hold; the contract's own schema says what is bad. */
export const bodies: Family = ({ endpoint, fullBody }) => {
  const schema = endpoint.body;
  if (schema === undefined || schema === "bytes" || fullBody === undefined) return [];
  return mutationsOf(fullBody).map(({ what, text }) => ({
    what: `body, ${what}`,
    body: text,
    mustFail: text.length > limits.bodyBytes || !isJsonOf(text, (value) => schema.safeParse(value).success),
  }));
};

/** A text that the endpoint does not take, and how small it travels. */
function bombOf(length: number) {
  const large = "x".repeat(length);
  const packed = {
    gzip: gzipSync(large),
    deflate: deflateSync(large),
    br: brotliCompressSync("x".repeat(1_100_000)),
  };
  return { large, packed };
}

const bombs = { file: bombOf(attachmentLimits.bytes + 1), json: bombOf(limits.bodyBytes + 1) };

/** Bodies that are no JSON, too large or compressed. */
export const brokenOnes: Family = ({ endpoint, body }) => {
  if (endpoint.method === "GET") return [];
  const takesBody = endpoint.body !== undefined;
  const { large, packed } = endpoint.body === "bytes" ? bombs.file : bombs.json;
  const sound = typeof body === "string" ? Buffer.from(body) : (body ?? Buffer.from("{}"));
  return [
    ...Object.entries(brokenBodies).map(([what, one]) => ({
      what: `body: ${what}`,
      body: one,
      mustFail: takesBody,
    })),
    { what: "body: too large", body: JSON.stringify({ pad: large }), mustFail: takesBody },
    { what: "body: too large, without saying so", body: streamOf(large), mustFail: takesBody },
    { what: "body: none", body: undefined, mustFail: takesBody },
    ...Object.entries(packed).map(([encoding, bytes]) => ({
      what: `body: a bomb in ${encoding}`,
      body: Uint8Array.from(bytes),
      headers: { "content-encoding": encoding },
      mustFail: takesBody,
    })),
    ...[
      "gzip",
      "x-gzip",
      "deflate",
      "br",
      "zstd",
      "compress",
      "gzip, gzip",
      "identity, gzip",
      "aws-chunked",
    ].map((encoding) => ({
      what: `body: said to be ${encoding}`,
      body: Uint8Array.from(gzipSync(sound)),
      headers: { "content-encoding": encoding },
      mustFail: takesBody,
    })),
  ];
};

/** Types that the body is not. What it says counts, not what it is called, so that some succeed. */
export const contentTypes: Family = (valid) =>
  valid.endpoint.body === undefined
    ? []
    : [
        "",
        "text/html",
        "text/plain;charset=utf-7",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "x".repeat(4_000),
      ].map((type) => ({ what: `content-type ${type.slice(0, 40)}`, headers: { "content-type": type } }));

function isJsonOf(text: string, isGood: (value: unknown) => boolean): boolean {
  try {
    return isGood(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function streamOf(text: string): ReadableStream {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 262_144) controller.enqueue(bytes.subarray(at, at + 262_144));
      controller.close();
    },
  });
}
