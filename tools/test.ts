import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findOrInstallBrowser } from "./browser/install.ts";
import { buildAddin } from "./build.ts";
import { tally } from "./testing/tally.ts";

/**
 * `npm test`: everything, end to end included, on a machine that has nothing but Node and npm. `npm test -- PATHS` passes
 * its arguments on to vitest. VAD_BROWSER names the browser to the tests; the exit code is vitest's.
 */
const browser = findOrInstallBrowser();
console.info(`Browser: ${browser}`);
const { rebuilt } = await buildAddin();
console.info(rebuilt ? "Add-in: built" : "Add-in: the last build is current");

const scratch = mkdtempSync(join(tmpdir(), "ventas-al-dia-test-"));
const report = join(scratch, "result.json");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const run = spawnSync(process.execPath, [vitest, "run", ...reporters, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, VAD_BROWSER: browser },
});

const closing = existsSync(report)
  ? tally(JSON.parse(readFileSync(report, "utf8")))
  : "vitest left no result";
rmSync(scratch, { recursive: true, force: true });
console.info(closing);
process.exitCode = run.status ?? 1;
