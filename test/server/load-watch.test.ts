import { expect, test, vi } from "vitest";
import { watchLoad } from "../../server/load-watch.ts";

test("a full heap or a late event loop is too much, until it is not any more", async () => {
  const full = watchLoad({ heap: 0, every: 5 });
  const late = watchLoad({ delay: 0, heap: 1, every: 100 });
  const idle = watchLoad({ delay: Infinity, heap: 1, every: 5 });
  expect([full.isTooMuch(), late.isTooMuch(), idle.isTooMuch()]).toEqual([false, false, false]);
  await vi.waitFor(() => expect([full.isTooMuch(), late.isTooMuch()]).toEqual([true, true]), {
    timeout: 30_000,
  });
  expect(idle.isTooMuch()).toBe(false);
  for (const watch of [full, late, idle]) watch.stop();
});
