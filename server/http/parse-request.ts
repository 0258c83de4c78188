import type { z } from "zod";
import { Refusal } from "./refusal.ts";
import type { RouteContext } from "./route-environment.ts";

/** Letters of a field's path that an answer repeats; whoever sends a longer one knows what they sent. */
const longestField = 200;

/** The body, as its schema wants it; refused with the path of the first wrong field. */
export async function parseBody<T extends z.ZodType>(c: RouteContext, schema: T): Promise<z.infer<T>> {
  return parse(schema, await readJson(c));
}

/** The query, as its schema wants it. */
export function parseQuery<T extends z.ZodType>(c: RouteContext, schema: T): z.infer<T> {
  return parse(schema, c.req.query());
}

/** The parts of the path that have names, as their schema wants them. */
export function parseParameters<T extends z.ZodType>(c: RouteContext, schema: T): z.infer<T> {
  return parse(schema, c.req.param());
}

async function readJson(c: RouteContext): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal("bad-request", { field: "" });
    throw error;
  }
}

function parse<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const field = first?.path.map(String).join(".") ?? "";
  throw new Refusal("bad-request", { field: field.slice(0, longestField) });
}
