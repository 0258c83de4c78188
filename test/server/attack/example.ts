import fc from "fast-check";
import * as z from "zod";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What must exist in the service, by the name of the field that says it. */
export type Known = Readonly<Record<string, Json>>;

type Described = z.core.JSONSchema.BaseSchema;

/**
 * A value that a schema allows, made from the schema alone: what is known by the name of a field, or the smallest that
 * its limits allow. `optional`: also the fields that may be left out.
 */
export function exampleOf(schema: z.ZodType, known: Known, optional: "without" | "with"): Json {
  return example(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), known, optional);
}

function example(schema: Described, known: Known, optional: "without" | "with", name = ""): Json {
  if (Object.hasOwn(known, name)) return known[name] ?? null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0] ?? null;
  const [first] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (first) return example(described(first), known, optional, name);
  switch (schema.type) {
    case "object":
      return objectOf(schema, known, optional);
    case "array":
      return arrayOf(schema, known, optional);
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1));
    case "boolean":
      return true;
    default:
      return null;
  }
}

function objectOf(schema: Described, known: Known, optional: "without" | "with"): Json {
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([key]) => optional === "with" || schema.required?.includes(key),
  );
  return Object.fromEntries(
    fields.map(([key, field]) => [key, example(described(field), known, optional, key)]),
  );
}

function arrayOf(
  { minItems = 1, items, prefixItems }: Described,
  known: Known,
  optional: "without" | "with",
): Json {
  if (prefixItems) return prefixItems.map((item) => example(described(item), known, optional));
  const item = Array.isArray(items) ? items[0] : items;
  if (item === undefined) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => example(described(item), known, optional));
}

function textOf({ pattern, format, minLength = 1, maxLength = 4_000 }: Described): string {
  if (format === "email") return "alguien@aseo.example";
  if (format === "date-time") return "2026-03-10T12:00:00Z";
  if (pattern !== undefined)
    return fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 4, numRuns: 1 })[0] ?? "";
  return "Texto de prueba".padEnd(minLength, "x").slice(0, maxLength);
}

function described(schema: z.core.JSONSchema._JSONSchema): Described {
  return typeof schema === "boolean" ? {} : schema;
}
