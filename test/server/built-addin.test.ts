import { expect, test } from "vitest";
import { pagePolicy } from "../../server/built-addin.ts";

test("the pane may ask the company's directory for tokens only where the company has one", () => {
  const connects = (signsInAt?: string) => pagePolicy(signsInAt).contentSecurityPolicy?.connectSrc;
  const usual = ["'self'", "https://appsforoffice.microsoft.com"];
  expect(connects()).toEqual(usual);
  expect(connects("https://login.microsoftonline.com/6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f")).toEqual([
    ...usual,
    "https://login.microsoftonline.com",
  ]);
});
