import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinkLayout } from "../../../addin/excel/link-layout.ts";
import { planBatches } from "../../../addin/excel/write-blocks.ts";

const fiveMegabytes = 5 * 1_024 * 1_024;
const keys = ["notes", "contact", "address"];
const layout = (filtered: boolean) =>
  ({
    located: { filtered },
    controls: { reference: 0, status: 1, marks: 2 },
    columns: new Map(keys.map((key, at) => [key, at + 3])),
  }) as unknown as LinkLayout;

const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content)).length;
const text = fc.tuple(fc.constantFrom("a", "ñ", "á "), fc.constantFrom(0, 10, 1_000, 32_000));

test("no request is refused for its size, nor for that of what the cells held; every cell is written once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ gap: fc.constantFrom(1, 1, 1, 2), was: text, becomes: text }), { maxLength: 300 }),
      fc.boolean(),
      (rows, filtered) => {
        let position = 0;
        const placed = rows.map(({ gap, was, becomes }) => {
          position += gap;
          const cells = keys.map((column) => ({
            column,
            was: was[0].repeat(was[1]),
            becomes: becomes[0].repeat(becomes[1]),
          }));
          return { position, write: { position, expects: "", reference: "r", cells } };
        });
        const batches = planBatches(layout(filtered), placed);
        for (const blocks of batches) {
          expect(bytes(blocks.map(({ inputs }) => inputs))).toBeLessThan(fiveMegabytes);
          const held = blocks.map(({ expected }) => expected);
          expect(bytes([held, held])).toBeLessThan(fiveMegabytes);
        }
        const written = batches.flat().flatMap((block) => block.rows.map((_, at) => block.position + at));
        expect([...new Set(written)]).toEqual(placed.map((one) => one.position));
      },
    ),
    { numRuns: 25 },
  );
});
