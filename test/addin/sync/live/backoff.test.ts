import fc from "fast-check";
import { expect, test } from "vitest";
import { waitBefore } from "../../../../addin/sync/live/backoff.ts";

test("waits grow twice as long, by chance between half and all of it, and never past the longest", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (failed, chance) => {
      const wait = waitBefore(failed, { first: 1_000, longest: 60_000, random: () => chance });
      const whole = Math.min(60_000, 1_000 * 2 ** failed);
      expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2));
      expect(wait).toBeLessThanOrEqual(whole);
    }),
  );
});
