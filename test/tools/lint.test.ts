import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { allowed, planted } from "./planted-violations.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })),
});

let house: string;
/** The rules that fired, by the planted file they fired in. */
let fired: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "ventas-al-dia-lint-"));
  for (const name of [".oxlintrc.json", "tsconfig.json", "package.json", "tools/lint"]) {
    cpSync(join(ROOT, name), join(house, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"), "junction");
  for (const { file, code } of [...planted, ...allowed]) plant(file, code);
  fired = await lint();
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("a planted violation is found", () => {
  test.each(planted)("$says ($file)", ({ file, rule }) => {
    expect([...(fired.get(file) ?? [])]).toContain(rule);
  });
});

describe("what a layer may do passes", () => {
  test.each(allowed)("$says ($file)", ({ file }) => {
    expect([...(fired.get(file) ?? [])]).toEqual([]);
  });
});

function plant(file: string, code: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${code}\n`);
}

async function lint(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const run = promisify(execFile)(process.execPath, [oxlint, "--format=json"], {
    cwd: house,
    maxBuffer: 2 ** 26,
  });
  const output = await run.catch((failure: unknown) => z.object({ stdout: z.string() }).parse(failure));
  // A configuration that oxlint refuses is told in words.
  if (!output.stdout.startsWith("{")) throw new Error(output.stdout);
  const { diagnostics } = report.parse(JSON.parse(output.stdout));
  const rules = new Map<string, Set<string>>();
  for (const { code = "", filename } of diagnostics) {
    rules.set(filename, (rules.get(filename) ?? new Set()).add(code));
  }
  return rules;
}
