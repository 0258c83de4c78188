import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    environment: "node",
    // Far above what any test takes alone: each core may be busy with a browser, a service and a build.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: "100%",
    // What a file of tests loads serves the next one in the same process: none replaces modules or leaves globals changed.
    isolate: false,
    setupFiles: "test/server/support/after-each-file.ts",
  },
});
