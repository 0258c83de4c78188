import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type Listener } from "../../../server/listen.ts";
import { launchBrowser } from "../../e2e/support/browser.ts";
import { startCompany, type Company } from "../../server/support/company.ts";

const addinFolder = fileURLToPath(new URL("../../../dist/addin", import.meta.url));

let company: Company;
let listener: Listener;
let browser: Browser;

beforeAll(async () => {
  company = await startCompany({ addinFolder });
  listener = await listen(company.service.app.fetch, { port: 0, host: "127.0.0.1" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await listener.close(100);
  await company.stop();
});

/** The pane's page as it is built, with an Office.js that fails, so that it draws that. */
async function openPane() {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.route("https://appsforoffice.microsoft.com/**", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "window.Office = { onReady: () => Promise.reject(new Error('no Excel')) };",
    }),
  );
  await page.goto(`${listener.address}/taskpane.html`);
  await page.locator("h1, h2, p").first().waitFor();
  return { page, complaints };
}

test("the built pane is drawn with its own styles under its policy, which lets in nothing else", async () => {
  const { page, complaints } = await openPane();
  const drawn = await page.evaluate(() => ({
    rules: [...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0),
    font: getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body).fontFamily,
  }));
  expect(drawn.rules).toBeGreaterThan(20);
  expect(drawn.font).toMatch(/Segoe/);
  expect(complaints).toEqual([]);

  const strangers = await page.evaluate(async () => {
    const style = document.createElement("style");
    style.textContent = "body { outline: 3px solid red }";
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.head.append(style, script);
    // In a turn of the page's own: what the browser's tools run themselves is let evaluate texts.
    const evaluated = await new Promise<boolean>((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- that it fails is what is asked
          resolve(new Function("return true")() === true);
        } catch {
          resolve(false);
        }
      }),
    );
    const reached = await fetch("https://malo.example/").then(
      () => true,
      () => false,
    );
    return {
      styled: getComputedStyle(document.body).outlineStyle === "solid",
      ran: "wasRun" in window,
      evaluated,
      reached,
    };
  });
  expect(strangers).toEqual({ styled: false, ran: false, evaluated: false, reached: false });
  expect(complaints.length).toBeGreaterThanOrEqual(3);
});
