import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { dropConflict } from "./planted/drop-conflict.ts";
import { plantedBugs } from "./planted/registry.ts";
import { requirePlace } from "./bundle.ts";
import { regressions } from "./regressions.ts";
import { runFaults } from "./run.ts";

/**
 * Milliseconds that schedules begin in, in each run of the tests: first the newest that broke a rule, then those of seeds;
 * `npm run faults` goes on for as long as one likes, and tries all that ever broke a rule.
 */
const short = 14_000;
/** How many of those that broke a rule run with the tests. */
const newest = 4;
/** The same schedules in every run, so that a failure is a change's own; `npm run faults` tries others. */
const seed = 1_000;
const workers = Math.min(2, availableParallelism());

test("whatever people and machines do, what was promised holds", async () => {
  process.stdout.write(`faults: seed ${seed}, again by: npm run faults -- --minutes 1 --seed ${seed}\n`);
  const given = regressions.slice(-newest).map(({ schedule }) => schedule);
  const report = await runFaults({
    seed,
    workers,
    milliseconds: short,
    given,
    endsAtFirst: true,
    shrinks: false,
  });
  expect(report.broken).toEqual([]);
  expect(report.schedules).toBeGreaterThanOrEqual(given.length);
});

test("every planted bug still finds the place where it is planted", async () => {
  expect(plantedBugs).toContain(dropConflict);
  for (const bug of plantedBugs) await requirePlace(bug);
});
