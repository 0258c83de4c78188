import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What came back over a connection of bytes: the status, the head and the body of the first answer. */
export interface RawAnswer {
  /** Undefined where the connection was closed without an answer. */
  readonly status: number | undefined;
  readonly head: string;
  readonly body: string;
}

/** A connection to this machine over which anything can be said. */
export interface RawLine {
  say(bytes: string | Uint8Array): void;
  /** What was answered until the other side closed. */
  readonly closed: Promise<RawAnswer>;
  end(): void;
}

export async function openLine(port: number): Promise<RawLine> {
  const socket = connect({ port, host: "127.0.0.1" });
  const closed = readUntilClosed(socket);
  await once(socket, "connect");
  return {
    say: (bytes) => void (socket.writable && socket.write(bytes)),
    closed,
    end: () => socket.destroy(),
  };
}

/** Says something once and gives what is answered; a line that stays open is closed by us. */
export async function ask(port: number, bytes: string | Uint8Array): Promise<RawAnswer> {
  const line = await openLine(port);
  line.say(bytes);
  return line.closed;
}

async function readUntilClosed(socket: Socket): Promise<RawAnswer> {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
  });
  await new Promise<void>((resolve) => {
    // A reset is a way of closing; what was read until then is the answer.
    socket.on("error", () => resolve());
    socket.on("close", () => resolve());
  });
  const end = text.indexOf("\r\n\r\n");
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  return {
    status: status === undefined ? undefined : Number(status),
    head: end < 0 ? text : text.slice(0, end),
    body: end < 0 ? "" : unchunked(text.slice(0, end), text.slice(end + 4)),
  };
}

function unchunked(head: string, body: string): string {
  if (!/transfer-encoding: chunked/i.test(head)) return body;
  return /^[0-9a-f]+\r\n([\s\S]*?)\r\n0\r\n/i.exec(body)?.[1] ?? body;
}
