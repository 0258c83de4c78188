import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { plantedBugs } from "./planted/registry.ts";
import { regressions } from "./regressions.ts";
import { runFaults, type Report } from "./run.ts";

/**
 * `npm run faults`: lets schedules happen as long as is said, or shows that planted bugs are caught. The last line that it
 * writes is JSON; it ends with 1 where a rule was broken, or a planted bug was not noticed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string" },
    workers: { type: "string", default: String(Math.min(2, availableParallelism())) },
    planted: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const minute = 60_000;
/** A planted bug that so many schedules, or those of so many minutes, do not notice is not noticed. */
const mostSchedules = 200;
const mostMinutes = 6;
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const workers = Number(values.workers);

process.exitCode = (values.planted ? await showPlanted() : await runLong()) ? 0 : 1;

async function runLong(): Promise<boolean> {
  say(`seed ${seed}, ${workers} workers, ${values.minutes} minutes`);
  const begun = Date.now();
  let toldAt = begun;
  let toldBroken = 0;
  const report = await runFaults({
    seed,
    workers,
    milliseconds: Number(values.minutes) * minute,
    given: regressions.map(({ schedule }) => schedule),
    told(soFar) {
      tellBroken(soFar.broken.slice(toldBroken));
      toldBroken = soFar.broken.length;
      if (Date.now() - toldAt < 15_000) return;
      toldAt = Date.now();
      say(
        `${Math.round((toldAt - begun) / 1_000)} s: ${soFar.schedules} schedules, ${soFar.violations} broken`,
      );
    },
  });
  const { broken: _, ...counts } = report;
  write({ ...counts, seconds: Math.round((Date.now() - begun) / 1_000) });
  return report.violations === 0;
}

async function showPlanted(): Promise<boolean> {
  const caught: Record<string, number | null> = {};
  const told: Record<string, string> = {};
  for (const bug of plantedBugs.filter(({ name }) => (values.only ?? name) === name)) {
    const report = await runFaults({
      seed,
      workers,
      planted: bug,
      milliseconds: mostMinutes * minute,
      schedules: Math.ceil(mostSchedules / workers),
      shrinks: false,
      endsAtFirst: true,
    });
    const [first] = report.broken;
    caught[bug.name] = first ? report.schedules : null;
    told[bug.name] = first?.violations[0]?.slice(0, 300) ?? "";
    say(
      `${bug.name}: ${first ? `caught by schedule ${report.schedules}, seed ${first.seed}` : "not caught"}`,
    );
    say(`  ${told[bug.name]}`);
  }
  write({ seed, planted: caught });
  return Object.values(caught).every((schedules) => schedules !== null);
}

function tellBroken(broken: Report["broken"]): void {
  for (const { seed: of, violations, schedule } of broken) {
    say(`seed ${of} breaks:`);
    for (const violation of violations) say(`  ${violation}`);
    say(`shrunk to: ${JSON.stringify(schedule)}`);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function write(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
