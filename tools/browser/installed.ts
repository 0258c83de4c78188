import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** Where the installers of Chrome, Edge and Chromium put the program. */
const WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
const MAC = ["Google Chrome", "Microsoft Edge", "Chromium"];
const LINUX = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * A browser of the Chromium family that is already here: the one that VAD_BROWSER or CHROME_PATH names, an installed
 * one, or Playwright's own download. Undefined when there is none. Throws when a variable names a file that is not there.
 */
export function installedBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return (
    namedBrowser(environment) ?? [...usualPlaces(environment), chromium.executablePath()].find(existsSync)
  );
}

function namedBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  for (const variable of ["VAD_BROWSER", "CHROME_PATH"]) {
    const path = environment[variable];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Error(`${variable} names a browser that is not there: ${path}`);
  }
  return undefined;
}

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(
      (name) => environment[name] ?? "",
    );
    return roots.filter(Boolean).flatMap((root) => WINDOWS.map((path) => join(root, path)));
  }
  if (process.platform === "darwin")
    return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const folders = (environment["PATH"] ?? "").split(":").filter(Boolean);
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}
