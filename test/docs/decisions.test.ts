import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "docs/decisions");
const records = readdirSync(folder).filter((name) => /^\d{3}-.*\.md$/.test(name));
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");

test("the index lists every decision by its title, in order", () => {
  const titles = records.toSorted().map((name) => `- [${/^# (.*)/.exec(textOf(name))?.[1]}](${name})`);
  const listed = textOf("README.md")
    .split("\n")
    .filter((line) => line.startsWith("- ["));
  expect(listed).toEqual(titles);
});

test.each(records)("%s has a number of its own, its number as its title, and forty lines at most", (name) => {
  const number = name.slice(0, 3);
  expect(records.filter((one) => one.startsWith(number))).toEqual([name]);
  expect(textOf(name)).toMatch(new RegExp(`^# ${number} — `));
  expect(textOf(name).trimEnd().split("\n").length).toBeLessThanOrEqual(40);
});

test("every decision that a file names exists", () => {
  const files = ["addin", "server", "shared", "test", "tools", "docs"].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|js|md)$/.test(name))
      .map((name) => join(root, top, name)),
  );
  const cited = files.flatMap((file) => {
    const names = readFileSync(file, "utf8").matchAll(
      /docs\/decisions\/(\d{3}[\w.-]*)|\bdecisions? (\d{3})\b/g,
    );
    return [...names].map(([, path, number]) => ({ file, name: path ?? number ?? "" }));
  });
  expect(cited.length).toBeGreaterThan(5);
  for (const { file, name } of cited) {
    const isThere = records.some((one) =>
      name.endsWith(".md") ? one === name : one.startsWith(name.slice(0, 3)),
    );
    expect(isThere, `${file} names ${name}`).toBe(true);
  }
});
