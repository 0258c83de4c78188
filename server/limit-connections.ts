import { randomUUID } from "node:crypto";
import { STATUS_CODES, type RequestListener, type Server, type ServerOptions } from "node:http";
import type { Socket } from "node:net";
import { RequestError } from "@hono/node-server";
import type { Failure, FailureCode } from "../shared/contract.ts";

/** What connections may take, before there is a request that anything else could judge. Milliseconds. */
export interface ConnectionLimits {
  /** Until the head of a request is there. */
  readonly headMilliseconds: number;
  /** Until all of it is there: a photo of 10 MB over a slow line in the field. */
  readonly requestMilliseconds: number;
  /** Without a byte in either direction; live notices say something more often. */
  readonly idleMilliseconds: number;
  /** Open at once; others are closed as they come. */
  readonly connections: number;
}

const usual: ConnectionLimits = {
  headMilliseconds: 10_000,
  requestMilliseconds: 180_000,
  idleMilliseconds: 120_000,
  connections: 2_000,
};

const mostHeaders = 100;
const headBytes = 16_384;

type AnyServer = Pick<Server, "on" | "setTimeout" | "maxConnections" | "maxHeadersCount">;

/** The options of a server, and what else guards it once it is made. */
export function limitConnections(given: Partial<ConnectionLimits> = {}): {
  readonly serverOptions: ServerOptions;
  readonly guard: (server: AnyServer) => void;
} {
  const limits = { ...usual, ...given };
  const { headMilliseconds, requestMilliseconds } = limits;
  return {
    serverOptions: {
      headersTimeout: headMilliseconds,
      requestTimeout: requestMilliseconds,
      connectionsCheckingInterval: Math.min(2_000, headMilliseconds / 2),
      maxHeaderSize: headBytes,
      // Refused like every other request whose address is none.
      requireHostHeader: false,
    },
    guard(server) {
      server.maxConnections = limits.connections;
      server.maxHeadersCount = mostHeaders;
      server.setTimeout(limits.idleMilliseconds);
      server.on("clientError", refuseConnection);
      server.on("checkExpectation", refuseExpectation);
    },
  };
}

/** Where a request is one of HTTP and its address is none: no route was asked, and the connection is at fault. */
export function answerMalformed(error: unknown): Response {
  if (!(error instanceof RequestError)) return new Response(null, { status: 500 });
  const failure: Failure = { code: "bad-request", requestId: randomUUID() };
  return Response.json(failure, { status: 400, headers: { ...careful, "X-Request-Id": failure.requestId } });
}

/** A request that expects of the service what no service does (RFC 9110, 10.1.1). */
const refuseExpectation: RequestListener = (_incoming, outgoing) => {
  const failure: Failure = { code: "bad-request", requestId: randomUUID() };
  const headers = { ...careful, "Content-Type": "application/json", "X-Request-Id": failure.requestId };
  outgoing.writeHead(417, { ...headers, Connection: "close" }).end(JSON.stringify(failure));
};

const careful = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } as const;

/** Answers what is no request of HTTP as every other failure is answered, and ends the connection. */
function refuseConnection(error: Error, socket: Pick<Socket, "writable" | "destroy" | "end">): void {
  const [status, code] = refusalOf("code" in error ? error.code : undefined);
  // Whoever reset the connection hears nothing any more.
  if (!socket.writable || status === undefined) {
    socket.destroy();
    return;
  }
  const failure: Failure = { code, requestId: randomUUID() };
  const body = JSON.stringify(failure);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Content-Type: application/json",
      ...Object.entries(careful).map(([name, value]) => `${name}: ${value}`),
      `X-Request-Id: ${failure.requestId}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
    () => socket.destroy(),
  );
}

function refusalOf(code: unknown): readonly [number | undefined, FailureCode] {
  if (code === "ECONNRESET" || code === "EPIPE") return [undefined, "bad-request"];
  if (code === "HPE_HEADER_OVERFLOW") return [431, "too-large"];
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return [408, "bad-request"];
  return [400, "bad-request"];
}
