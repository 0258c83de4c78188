import type * as z from "zod";

/** One endpoint, as far as both sides and the tests that attack every one of them need to know it. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  /** Under `/api`; parameters as `:name`. */
  readonly path: string;
  /** Who may ask at all; what they may see or change is decided behind it. */
  readonly asks: "anybody" | "session";
  /**
   * What it takes, by which it is limited: `costly` writes rows or files, or reads a whole record or year; `secret` works
   * on a password or sends a code; the others are `cheap`.
   */
  readonly cost: "cheap" | "costly" | "secret";
  readonly query?: z.ZodType;
  /** `bytes`: the body is a file. */
  readonly body?: z.ZodType | "bytes";
  /** `bytes`: a file; `stream`: server-sent events; `nothing`: only that it was done. */
  readonly answer: z.ZodType | "bytes" | "stream" | "nothing";
}

type Answer = Endpoint["answer"];

/** What somebody who is signed in asks; cheap unless said otherwise. */
export const get = (path: string, answer: Answer, query?: z.ZodType): Endpoint => ({
  method: "GET",
  path,
  asks: "session",
  cost: "cheap",
  answer,
  ...(query ? { query } : {}),
});

/** What somebody who is signed in does; costly unless said otherwise. */
export const post = (path: string, body: Endpoint["body"], answer: Answer, query?: z.ZodType): Endpoint => ({
  method: "POST",
  path,
  asks: "session",
  cost: "costly",
  answer,
  ...(body ? { body } : {}),
  ...(query ? { query } : {}),
});

/** The same for anybody, signed in or not; cheap unless said otherwise. */
export const forAnybody = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  asks: "anybody",
  cost: "cheap",
});

export const cheap = (endpoint: Endpoint): Endpoint => ({ ...endpoint, cost: "cheap" });
export const costly = (endpoint: Endpoint): Endpoint => ({ ...endpoint, cost: "costly" });
export const secret = (endpoint: Endpoint): Endpoint => ({ ...endpoint, cost: "secret" });
