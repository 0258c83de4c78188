import { spawnSync } from "node:child_process";

/**
 * `npm run verify`: what a developer runs before a commit. Every check runs, so that one run tells all that is
 * wrong; the exit code is 1 when any of them failed.
 */
const checks: readonly (readonly [name: string, command: string])[] = [
  ["format", "prettier --check ."],
  ["lint", "oxlint"],
  ["types", "tsc --noEmit"],
  ["unused", "knip"],
  ["tests", "tsx tools/test.ts"],
];

const failed = checks.filter(([name, command]) => {
  console.info(`\n— ${name}: ${command}`);
  return spawnSync(command, { stdio: "inherit", shell: true }).status !== 0;
});

const names = failed.map(([name]) => name).join(", ");
console.info(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${names}`);
process.exitCode = failed.length === 0 ? 0 : 1;
