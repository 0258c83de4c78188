import { expect, test } from "vitest";
import { createRetrier, type Attempted } from "../../../../addin/sync/live/retrier.ts";
import { fakeTime } from "./fake-time.ts";

const failed: Attempted = { retryAfter: undefined };

function retrying(outcomes: readonly Attempted[], meanwhile: (attempt: number) => void = () => {}) {
  const time = fakeTime();
  const attempts: number[] = [];
  const told: (number | null)[] = [];
  const retrier = createRetrier({
    async attempt() {
      attempts.push(time.now().getTime());
      meanwhile(attempts.length);
      return outcomes[attempts.length - 1] ?? failed;
    },
    tell: (at) => told.push(at?.getTime() ?? null),
    schedule: time.schedule,
    now: time.now,
    random: () => 1,
  });
  return { ...time, retrier, attempts, told };
}

test("tries later each time until it is done, and tells when", async () => {
  const { retrier, attempts, told, pass } = retrying([failed, failed, "done"]);
  retrier.need();
  await pass(60_000);
  expect(attempts).toEqual([4_000, 12_000, 28_000]);
  expect(told).toEqual([4_000, 12_000, 28_000, null]);
});

test("never waits longer than five minutes by itself", async () => {
  const { retrier, attempts, pass } = retrying([]);
  retrier.need();
  await pass(24 * 3_600_000);
  const gaps = attempts.slice(1).map((at, place) => at - (attempts[place] ?? 0));
  expect(Math.max(...gaps)).toBe(300_000);
});

test("waits at least as long as the service said", async () => {
  const { retrier, attempts, pass } = retrying([{ retryAfter: 90 }, "done"]);
  retrier.need(30);
  await pass(200_000);
  expect(attempts).toEqual([30_000, 120_000]);
});

test("tries at once when there is reason to hope, and only where something waits", async () => {
  const { retrier, attempts, pass } = retrying([failed, "done"]);
  retrier.now();
  await pass(1_000);
  expect(attempts).toEqual([]);
  retrier.need();
  retrier.now();
  await pass(1_000);
  expect(attempts).toEqual([1_000]);
  retrier.now();
  await pass(100_000);
  expect(attempts).toEqual([1_000, 2_000]);
});

test("what may not be done just now is tried again soon, and counts as no failure", async () => {
  const { retrier, attempts, pass } = retrying(["later", "later", failed, "done"]);
  retrier.need();
  await pass(60_000);
  expect(attempts).toEqual([4_000, 7_000, 10_000, 18_000]);
});

test("what is no longer wanted is forgotten, and begins anew when it is wanted again", async () => {
  const { retrier, attempts, told, pass } = retrying([failed, failed, failed, "done"]);
  retrier.need();
  await pass(13_000);
  retrier.forget();
  await pass(600_000);
  expect(attempts).toHaveLength(2);
  expect(told.at(-1)).toBeNull();
  retrier.need();
  await pass(4_000);
  expect(attempts).toHaveLength(3);
});

test("what is needed amid an attempt is tried after it, later each time and never before the service said", async () => {
  const { retrier, attempts, told, pass } = retrying(["done", "done", "done"], (attempt) => {
    if (attempt === 1) retrier.need(90);
    if (attempt === 2) retrier.need();
  });
  retrier.need();
  await pass(300_000);
  expect(attempts).toEqual([4_000, 94_000, 110_000]);
  expect(told.at(-1)).toBeNull();
});

test("an attempt that waits is put off where the service wants to be left alone for longer", async () => {
  const { retrier, attempts, pass } = retrying(["done"]);
  retrier.need();
  retrier.need(600);
  retrier.need(30);
  await pass(700_000);
  expect(attempts).toEqual([600_000]);
});
