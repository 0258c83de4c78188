import { expect, test } from "vitest";
import { installedBrowser } from "../../tools/browser/installed.ts";

test("a browser that VAD_BROWSER names is taken", () => {
  expect(installedBrowser({ VAD_BROWSER: process.execPath, CHROME_PATH: "/nowhere" })).toBe(process.execPath);
});

test("CHROME_PATH names one too", () => {
  expect(installedBrowser({ CHROME_PATH: process.execPath })).toBe(process.execPath);
});

test("a name that leads nowhere is said, not replaced by another browser", () => {
  expect(() => installedBrowser({ VAD_BROWSER: "/nowhere/chrome" })).toThrow(
    "VAD_BROWSER names a browser that is not there: /nowhere/chrome",
  );
});
