/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of an object, undefined where it is empty. */
export function field(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const value = record[name];
  return value === "" || value === null ? undefined : value;
}

/** A value as text: numbers and words as they are, anything else empty. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
