import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { installedBrowser } from "../../../tools/browser/installed.ts";

/** No sandbox for containers; none of the calls home that a browser makes by itself. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser of the Chromium family. Throws where none is installed: `npm test` sees to that. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) throw new Error("There is no browser; run the tests with «npm test»");
  return chromium.launch({ executablePath, args: flags });
}
