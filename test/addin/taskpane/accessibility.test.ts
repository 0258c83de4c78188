import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type Axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGallery, type Gallery, type Look } from "./gallery/open-gallery.ts";
import { views, type View } from "./gallery/views.ts";
import { badParts } from "./plain-spanish.ts";

declare global {
  interface Window {
    /** What the script of axe-core leaves on a page. */
    axe: typeof Axe;
  }
}

let gallery: Gallery;
let axe: string;

beforeAll(async () => {
  [gallery, axe] = await Promise.all([
    openGallery(),
    readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
  ]);
}, 120_000);

afterAll(() => gallery.close());

/** Views that between them use every colour. */
const colourful = new Set([
  "sign-in-refused",
  "today",
  "today-detail",
  "sheets-troubles",
  "review-everything",
  "examination-asked",
  "tables",
]);

describe("every view", () => {
  test.each(views)("$name fits, reads and can be used by everybody", async (view) => {
    const page = await look(view, {});
    expect(await page.evaluate(widerThanPane), "nothing sticks out at 320 px").toEqual([]);
    const sizes = await page.evaluate(typeSizes);
    expect(sizes.length, `two type sizes, not ${sizes.join(", ")}`).toBeLessThanOrEqual(2);
    // A button that steps back fades to its quiet colour.
    const others = async () => (await page.evaluate(primaryButtons)).slice(1);
    await expect.poll(others, { message: "one primary button" }).toEqual([]);
    const texts = await page.evaluate(() => document.body.innerText.split("\n"));
    expect(texts.flatMap((text) => badParts(text).map((part) => `${part} in ${text}`))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test.each(views.filter(({ name }) => colourful.has(name)))("$name reads on dark", async (view) => {
    expect(await violations(await look(view, { colorScheme: "dark" }))).toEqual([]);
  });
});

async function look({ state, before }: View, options: Look): Promise<Page> {
  const page = await gallery.open(state, options);
  await before?.(page);
  return page;
}

/** What axe finds against WCAG 2.2 AA, as `rule: element`. Tabster's focus catchers are hidden on purpose. */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const options: RunOptions = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    // What passes is not described, which takes the longest.
    resultTypes: ["violations"],
  };
  const results = await page.evaluate(
    (run): Promise<AxeResults> => window.axe.run({ exclude: [["[data-tabster-dummy]"]] }, run),
    options,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => !isEquivalent(id, html)).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/**
 * Twelve columns in 272 px are 22 px wide each. WCAG 2.5.8 lets a target be small where another one does the same: the
 * explanation moves from month to month with buttons of its own.
 */
const isEquivalent = (rule: string, html: string): boolean =>
  rule === "target-size" && /aria-label="[A-Z][a-z]+ \d{4}: /u.test(html);

/** Elements that stick out of the pane to the right, but for what is in a part that scrolls sideways by itself. */
function widerThanPane(): readonly string[] {
  const scrollsAside = (element: Element): boolean => {
    const { parentElement: parent } = element;
    if (parent === null || parent.tagName === "MAIN") return false;
    return getComputedStyle(parent).overflowX === "auto" || scrollsAside(parent);
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      const unseen = width <= 1 || element.closest("[data-tabster-dummy]") !== null || scrollsAside(element);
      return !unseen && right > window.innerWidth + 0.5;
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** The font sizes of the text in the body of a view. */
function typeSizes(): readonly string[] {
  const sizes = new Set<string>();
  const main = document.querySelector("main");
  if (!main) return ["no body"];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: parent, textContent } = texts.currentNode;
    const isSeen = parent?.checkVisibility({ visibilityProperty: true }) && textContent?.trim() !== "";
    if (parent && isSeen) sizes.add(getComputedStyle(parent).fontSize);
  }
  return [...sizes].toSorted();
}

/** The buttons in the colour of the brand, of the uppermost layer. */
function primaryButtons(): readonly string[] {
  const layer = document.querySelector("[role=dialog]") ?? document.body;
  const brand = getComputedStyle(
    document.querySelector(".fui-FluentProvider") ?? document.body,
  ).getPropertyValue("--colorBrandBackground");
  const probe = document.createElement("span");
  probe.style.color = brand;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return [...layer.querySelectorAll("button.fui-Button")]
    .filter((button) => getComputedStyle(button).backgroundColor === color)
    .map(({ textContent }) => textContent ?? "");
}
