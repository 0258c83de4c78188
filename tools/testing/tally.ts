import { z } from "zod";

const result = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * The closing line that continuous integration reads, from the JSON of vitest's reporter: `12 passed, 1 failed`, with
 * `, 2 skipped` when tests were left out. A file that failed before any of its tests ran counts as one failure.
 */
export function tally(json: unknown): string {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = result.parse(json);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const skipped = numPendingTests + numTodoTests;
  const line = `${numPassedTests} passed, ${numFailedTests + broken.length} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
