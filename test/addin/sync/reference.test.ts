import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeReference, encodeReference, newId } from "../../../addin/sync/reference.ts";

const reference = fc.oneof(
  fc.record({
    id: fc.stringMatching(/^[0-9a-f]{32}$/),
    version: fc.integer({ min: 1, max: 999_999_999 }),
    digest: fc.stringMatching(/^[A-Za-z0-9_-]{12}$/),
  }),
  fc.record({ id: fc.stringMatching(/^[0-9a-f]{32}$/), version: fc.constant(0), digest: fc.constant("") }),
);

test("a reference reads back as it was written", () => {
  fc.assert(
    fc.property(reference, (written) => {
      expect(decodeReference(encodeReference(written))).toEqual(written);
    }),
  );
});

test("any other text is no reference", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeReference(text)).toBeUndefined();
    }),
  );
});

test("a damaged reference is none: a version without its digest, a cut id, a negative version", () => {
  const id = newId();
  for (const text of [`${id}·3·`, `${id.slice(1)}·3·abcdefghijkl`, `${id}·-1·`, id]) {
    expect(decodeReference(text)).toBeUndefined();
  }
});

test("new ids have 128 bits and do not repeat", () => {
  const ids = new Set(Array.from({ length: 1_000 }, newId));
  expect(ids.size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
