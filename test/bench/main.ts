import type { StepFigures } from "./measure.ts";
import { compare, describeSteps } from "./report.ts";
import { measureVisits } from "./visit-workbooks.ts";

const warmUp = 300;
const sizes = { small: 1_000, large: 10_000 } as const;

// The first rows pay for compiling: without them the small size would look slow and hide growth.
await measureVisits(warmUp);
const small = await run(sizes.small);
const large = await run(sizes.large);
const growth = compare(small, large);
say(growth.sentences.join("\n"));
say(JSON.stringify({ sizes, small, large, growth: growth.ratios }));

async function run(rows: number): Promise<readonly StepFigures[]> {
  const figures = await measureVisits(rows);
  say(describeSteps(rows, figures));
  return figures;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
