import { expect, test } from "vitest";
import { tally } from "../../tools/testing/tally.ts";

const counts = { numPassedTests: 12, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
const failedFile = { status: "failed", assertionResults: [{}] };

test("the closing line counts what passed and what failed", () => {
  expect(tally({ ...counts, testResults: [failedFile] })).toBe("12 passed, 1 failed");
});

test("tests that were left out are told", () => {
  expect(tally({ ...counts, numPendingTests: 1, numTodoTests: 1, testResults: [] })).toBe(
    "12 passed, 1 failed, 2 skipped",
  );
});

test("a file that broke before its first test is a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tally({ ...counts, testResults: [failedFile, broken] })).toBe("12 passed, 2 failed");
});

test("a result of another shape is refused", () => {
  expect(() => tally({ passed: 12 })).toThrow("numPassedTests");
});
