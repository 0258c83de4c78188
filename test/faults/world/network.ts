import { request as httpRequest } from "node:http";
import type { Exchange, Letter } from "./exchange.ts";

/** What goes wrong on the way, at the request that comes `after` others. */
export interface Trouble {
  readonly after: number;
  readonly how:
    /** It never arrives. */
    | "before"
    /** The line breaks while half of it is sent. */
    | "within"
    /** It is carried out, and the answer never comes. */
    | "after"
    /** The line breaks in the middle of the answer. */
    | "half-answer"
    /** It is held up, and arrives much later, when nobody waits for it any more. */
    | "late";
  /** Told when it happened. */
  happened(): void;
}

export interface NetworkDeps {
  readonly desk: string;
  readonly person: string;
  address(): string;
  tell(exchange: Omit<Exchange, "order" | "history">): void;
  /** Keeps a request that is held up. */
  holdUp(letter: Letter): void;
  /** Called when a request is about to be sent, and when its answer came; what it does is waited for. */
  passing?(moment: "sending" | "answered", path: string): Promise<void> | void;
}

/** The line between one pane and the service. */
export class Network {
  isUp = true;
  trouble: Trouble | undefined;
  readonly #deps: NetworkDeps;

  constructor(deps: NetworkDeps) {
    this.#deps = deps;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const letter = this.#letterOf(url, init);
    // Streams are cut here, as some offices cut them.
    if (letter.path === "/api/live") throw lost();
    const how = this.#troubleFor(letter);
    if (!this.isUp || how === "before") throw lost();
    if (how === "within") {
      await sendHalf(this.#deps.address(), letter);
      throw lost();
    }
    if (how === "late") {
      this.#deps.holdUp(letter);
      throw lost();
    }
    return this.#carry(letter, init, how);
  };

  async #carry(letter: Letter, init: RequestInit | undefined, how: Trouble["how"] | undefined) {
    const told = { ...letter, method: init?.method ?? "GET" };
    try {
      void this.#deps.passing?.("sending", letter.path);
      const response = await fetch(`${this.#deps.address()}${letter.path}${letter.query}`, init);
      const answer = await response.text();
      const delivered = how === undefined;
      this.#deps.tell({ ...told, status: response.status, answer, delivered });
      await this.#deps.passing?.("answered", letter.path);
      if (how === "after") throw lost();
      const { status, headers } = response;
      return new Response(how === "half-answer" ? broken(answer) : answer, { status, headers });
    } catch (error) {
      if (!isLost(error)) this.#deps.tell({ ...told, status: undefined, answer: "", delivered: false });
      throw error;
    }
  }

  #troubleFor({ path }: Letter): Trouble["how"] | undefined {
    const { trouble } = this;
    if (!trouble || (trouble.how === "late" && !isWriting(path))) return undefined;
    if (trouble.after > 0) {
      this.trouble = { ...trouble, after: trouble.after - 1 };
      return undefined;
    }
    this.trouble = undefined;
    trouble.happened();
    return trouble.how;
  }

  #letterOf({ pathname, search }: URL, init: RequestInit | undefined): Letter {
    const { desk, person } = this.#deps;
    const authorization = new Headers(init?.headers).get("authorization");
    const body = typeof init?.body === "string" ? init.body : "";
    return { path: pathname, query: search, body, token: authorization, person, desk };
  }
}

/** Whether a request changes rows: only such are worth holding up, or sending again. */
export const isWriting = (path: string): boolean => writing.has(path);

const writing = new Set(["/api/push", "/api/void", "/api/unvoid", "/api/status", "/api/undo"]);

const lostMessage = "fetch failed: the line is cut";
const lost = () => new TypeError(lostMessage);
const isLost = (error: unknown) => error instanceof TypeError && error.message === lostMessage;

/** An answer whose line breaks half-way. */
function broken(answer: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(answer);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
      controller.error(lost());
    },
  });
}

/** Sends the head and half of the body, then cuts the line. */
function sendHalf(address: string, { path, query, body, token }: Letter): Promise<void> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const sending = httpRequest(`${address}${path}${query}`, {
      method: body === "" ? "GET" : "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Math.max(bytes.length, 2),
        ...(token === null ? {} : { authorization: token }),
      },
    });
    sending.once("error", () => resolve());
    sending.once("close", () => resolve());
    sending.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => {
      setTimeout(() => sending.destroy(), 2);
    });
  });
}

/** Sends a kept request, as a line that was slow would have delivered it. */
export async function deliver(
  address: string,
  letter: Letter,
): Promise<{ readonly status: number; readonly answer: string }> {
  const response = await fetch(`${address}${letter.path}${letter.query}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(letter.token === null ? {} : { authorization: letter.token }),
    },
    body: letter.body,
  });
  return { status: response.status, answer: await response.text() };
}
