import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, editDistance, knownNames } from "../../../shared/text/closeness.ts";

const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
const options = knownNames(
  ["vinculado", "interesado", "no interesado", "reprogramada", "ausente"].map((name) => [name, name]),
);

describe("the distance of two texts", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "ab", 1],
    ["abc", "abd", 1],
    ["vinculdao", "vinculado", 1],
    ["kitten", "sitting", 3],
  ])("of “%s” and “%s” is %d", (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it("is none for the same text, the same both ways, and no more than the longer one has letters", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(editDistance(other, one)).toBe(distance);
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  it("is given up as soon as it is more than asked for", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        const distance = editDistance(one, other);
        expect(editDistance(one, other, most) <= most).toBe(distance <= most);
      }),
    );
  });
});

describe("what somebody may have meant", () => {
  it("is what resembles or begins it, likeliest first", () => {
    expect(closest("Vinculdao", options)).toEqual(["vinculado"]);
    expect(closest("INTERES", options)).toEqual(["interesado", "no interesado"]);
    expect(closest("aucente", options)).toEqual(["ausente"]);
  });

  it("is nothing where nothing is like it", () => {
    for (const typed of ["", "x", "volver a llamar", "9".repeat(5000)])
      expect(closest(typed, options)).toEqual([]);
  });

  it("is at most three", () => {
    const many = knownNames(Array.from({ length: 9 }, (_, at) => [`opcion ${at}`, `Opción ${at}`] as const));
    expect(closest("opcion", many)).toHaveLength(3);
  });
});
