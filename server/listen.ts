import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { getRequestListener } from "@hono/node-server";
import { StartFailure } from "./db/failures.ts";
import { answerMalformed, limitConnections, type ConnectionLimits } from "./limit-connections.ts";

export interface ListenOptions {
  readonly port: number;
  readonly host?: string | undefined;
  readonly certificate?: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** What one connection may take, where that is not the usual. */
  readonly connections?: Partial<ConnectionLimits> | undefined;
}

/** An open door. */
export interface Listener {
  readonly address: string;
  /** Takes no new requests and resolves when those under way are answered, or after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

type Fetch = Parameters<typeof getRequestListener>[0];

/**
 * Answers requests on a port; `onBroken` is told of what goes wrong with the port itself once it is open; without
 * it that is thrown out of the event loop. Throws `StartFailure` where the port is taken or the certificate unreadable.
 */
export async function listen(
  fetch: Fetch,
  { port, host, certificate, connections }: ListenOptions,
  onBroken?: (error: Error) => void,
): Promise<Listener> {
  const answer = getRequestListener(fetch, { errorHandler: answerMalformed });
  const handler: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
  const { serverOptions, guard } = limitConnections(connections);
  const server = certificate
    ? createHttpsServer({ ...readCertificate(certificate), ...serverOptions }, handler)
    : createHttpServer(serverOptions, handler);
  guard(server);
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error) => reject(refusalOf(error, port));
    server.once("error", refuse);
    server.listen({ port, host }, () => {
      server.off("error", refuse);
      if (onBroken) server.on("error", onBroken);
      resolve();
    });
  });
  return {
    address: `${certificate ? "https" : "http"}://localhost:${portOf(server, port)}`,
    close: (patience) => close(server, patience),
  };
}

async function close(
  server: Pick<Server, "close" | "closeIdleConnections" | "closeAllConnections">,
  patience: number,
) {
  // A line that falls idle after its last answer stays open until somebody closes it.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(sweeping);
  clearTimeout(impatient);
}

function portOf(server: Pick<Server, "address">, asked: number): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : asked;
}

function readCertificate({ certFile, keyFile }: NonNullable<ListenOptions["certificate"]>) {
  try {
    return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  } catch (error) {
    throw new StartFailure(`No se puede leer el certificado ${certFile} o su llave ${keyFile}.`, {
      cause: error,
    });
  }
}

function refusalOf(error: Error, port: number): Error {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new StartFailure(
      `El puerto ${port} ya está en uso. Cierre el otro programa o elija otro puerto con PORT.`,
      {
        cause: error,
      },
    );
  }
  if (code === "EACCES") {
    return new StartFailure(
      `No hay permiso para usar el puerto ${port}. Elija otro con PORT, por ejemplo 3000.`,
      {
        cause: error,
      },
    );
  }
  return error;
}
