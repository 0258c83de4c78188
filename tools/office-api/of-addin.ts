import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { requiredSets } from "../manifest/identity.ts";
import { readXml } from "../manifest/xml.ts";
import { checkOfficeApi, type OfficeApiReport } from "./check.ts";
import type { Requirement } from "./requirement.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Where the declarations of Office.js lie. */
export const TYPES_ROOT = join(ROOT, "node_modules/@types");

/**
 * Checks addin/ against the requirement sets that manifest.xml demands. The views are left out: the linter allows them
 * neither globals nor types of Office.js, and the declarations of React and Fluent would treble the time.
 */
export function checkAddin(): OfficeApiReport {
  const files = readdirSync(join(ROOT, "addin"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/^taskpane\b|^webpack\.config/.test(name))
    .map((name) => join(ROOT, "addin", name));
  return checkOfficeApi(files, requiredByManifest(), TYPES_ROOT);
}

/** The requirement sets that manifest.xml demands of every Excel. Throws when it cannot be read. */
export function requiredByManifest(): Requirement[] {
  const document = readXml(readFileSync(join(ROOT, "manifest.xml"), "utf8"));
  if ("problem" in document) throw new Error(`manifest.xml: ${document.problem.text}`);
  return [...requiredSets(document.root)].map(([set, version]) => ({ set, version }));
}
