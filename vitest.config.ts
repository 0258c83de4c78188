import { defineConfig } from "vitest/config";

/** Files that drive a browser or a whole service: after the quick ones. */
const slow = [
  "test/e2e/**/*.test.{ts,tsx}",
  "test/faults/**/*.test.{ts,tsx}",
  "test/addin/taskpane/{accessibility,failures,frame,views}.test.ts",
  "test/addin/taskpane/{review/review,sheets/sheets}.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: slow,
          environment: "node",
          // Far above what any test takes alone: two cores may be busy with a build and a browser.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          include: slow,
          environment: "node",
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
