import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { installedBrowser } from "./installed.ts";

/** Each way to get a browser, in the order to try them. */
const ways: readonly {
  readonly name: string;
  readonly applies: () => boolean;
  readonly install: () => void;
}[] = [
  {
    name: "Playwright's download",
    applies: () => true,
    install: () => run(process.execPath, [playwrightCli(), "install", "chromium"]),
  },
  {
    name: "the distribution's package",
    applies: isRootOnDebian,
    install: () => {
      run("apt-get", ["update"]);
      run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    },
  },
];

/** Gives a browser for the end-to-end tests, installing one when there is none. Throws when no way to get one worked. */
export function findOrInstallBrowser(): string {
  const found = installedBrowser();
  if (found !== undefined) return found;
  for (const way of ways.filter(({ applies }) => applies())) {
    console.info(`No browser here: trying ${way.name}.`);
    way.install();
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "No browser could be installed. Install Chrome, Edge or Chromium, or name one in VAD_BROWSER.",
  );
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}
