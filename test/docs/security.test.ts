import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(join(root, "SECURITY.md"), "utf8");

/** Every test that is named: its file, and how it begins where one of it is meant. */
const named = [...text.matchAll(/`(test\/[\w./-]+)`(?: · ([^;|]+))?/g)].map(([, file = "", name = ""]) => ({
  file,
  name: name.trim(),
}));

test.each(named)("$file has the test that is named: $name", ({ file, name }) => {
  expect(existsSync(join(root, file)), file).toBe(true);
  expect(file).toMatch(/\.test\.tsx?$/);
  expect(readFileSync(join(root, file), "utf8")).toContain(name);
});

test("every item that is said to be met names a test", () => {
  const [, ...tables] = text.split(/^### /m);
  const rows = tables
    .filter((one) => /^V\d/.test(one))
    .flatMap((table) => table.split("\n").filter((line) => /^\| \d+\.\d+/.test(line)));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(row).toMatch(/`test\//);
});

test("every limit that is told is the one that holds", () => {
  const bounds = readFileSync(join(root, "server/http/bounds.ts"), "utf8");
  for (const number of ["1_200", "600", "256", "32", "8"]) expect(bounds).toContain(`: ${number},`);
  const connections = readFileSync(join(root, "server/limit-connections.ts"), "utf8");
  for (const number of ["10_000", "180_000", "2_000"]) expect(connections).toContain(`: ${number},`);
});
