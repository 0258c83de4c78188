import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { dropConflict } from "./planted/drop-conflict.ts";
import { plantedBugs } from "./planted/registry.ts";
import { bundle } from "./bundle.ts";
import { regressions } from "./regressions.ts";
import { runFaults } from "./run.ts";

/** Milliseconds of schedules in each run of the tests; `npm run faults` goes on for as long as one likes. */
const short = 14_000;
/** The same schedules in every run, so that a failure is a change's own; `npm run faults` tries others. */
const seed = 1_000;
const workers = Math.min(2, availableParallelism());

test("whatever people and machines do, what was promised holds", async () => {
  process.stdout.write(`faults: seed ${seed}, again by: npm run faults -- --minutes 1 --seed ${seed}\n`);
  const report = await runFaults({ seed, workers, milliseconds: short });
  expect(report.broken).toEqual([]);
  expect(report.schedules).toBeGreaterThan(0);
});

test("no schedule breaks a rule that broke one before", async () => {
  const given = regressions.map(({ schedule }) => schedule);
  const report = await runFaults({ seed: 0, workers: 1, milliseconds: 120_000, given, shrinks: false });
  expect(report.broken).toEqual([]);
  expect(report.schedules).toBe(given.length);
});

test("every planted bug still finds the place where it is planted", async () => {
  expect(plantedBugs).toContain(dropConflict);
  for (const bug of plantedBugs) await bundle(bug);
});
