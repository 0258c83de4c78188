import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, ObjectsUnavailable } from "../../../server/attachments/object-store.ts";
import { createS3Store } from "../../../server/attachments/s3-store.ts";

const credentials = { region: "us-east-1", key: "AKIAPRUEBA", secret: "clave-de-prueba" };
const content = new TextEncoder().encode("una foto");
const hash = hashOf(content);

const objects = new Map<string, Buffer>();
let full = false;
/** A bucket that takes what is signed as AWS says (Signature Version 4) and is what its checksum says. */
const server = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const key = request.url ?? "";
    const end = (status: number, sent?: Buffer) => response.writeHead(status).end(sent);
    if (!isSigned(request)) return end(403);
    if (full) return end(503);
    if (request.method === "GET") return objects.has(key) ? end(200, objects.get(key)) : end(404);
    const sum = createHash("sha256").update(body).digest("base64");
    if (request.headers["x-amz-checksum-sha256"] !== sum) return end(400);
    objects.set(key, body);
    return end(200);
  })();
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = typeof address === "object" && address ? `http://127.0.0.1:${address.port}/ventas` : "";
});
afterAll(() => void server.close());

/** The signature computed anew from the request, by the letter of AWS's documentation. */
function isSigned({ method, url: path = "", headers }: IncomingMessage): boolean {
  const said =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/u.exec(
      headers.authorization ?? "",
    );
  const [, key, day = "", region = "", names = "", signature] = said ?? [];
  if (key !== credentials.key) return false;
  const listed = names.split(";").map((name) => `${name}:${String(headers[name])}\n`);
  const [place = "", query = ""] = path.split("?");
  const canonical = [method, place, query, listed.join(""), names, headers["x-amz-content-sha256"]].join(
    "\n",
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, digest].join("\n");
  const mac = (secret: string | Buffer, part: string) => createHmac("sha256", secret).update(part).digest();
  const signing = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    mac,
    `AWS4${credentials.secret}`,
  );
  return createHmac("sha256", signing).update(text).digest("hex") === signature;
}

test("what is put into a bucket comes back, under its hash", async () => {
  const store = createS3Store({ url, ...credentials });
  expect(await store.get(hash)).toBeUndefined();
  await store.put(hash, content, "image/jpeg");
  expect([...objects.keys()]).toEqual([`/ventas/attachments/${hash.slice(0, 2)}/${hash}`]);
  expect(await store.get(hash)).toEqual(content);
});

test("a bucket that refuses, does not answer or is full, is a store that does not answer", async () => {
  const wrong = createS3Store({ url, ...credentials, secret: "otra" });
  await expect(wrong.put(hash, content, "image/jpeg")).rejects.toThrow(ObjectsUnavailable);
  const nobody = createS3Store({ url: "http://127.0.0.1:9/ventas", ...credentials });
  await expect(nobody.get(hash)).rejects.toThrow(ObjectsUnavailable);
  full = true;
  await expect(createS3Store({ url, ...credentials }).put(hash, content, "image/jpeg")).rejects.toThrow(
    ObjectsUnavailable,
  );
});

test("content that changes on the way is refused by the bucket", async () => {
  full = false;
  const store = createS3Store({ url, ...credentials });
  await expect(store.put(hashOf(new Uint8Array(3)), content, "image/jpeg")).rejects.toThrow(
    ObjectsUnavailable,
  );
});
