/** A requirement set with the version from which a member exists: `ExcelApi`, `1.17`. */
export type Requirement = { readonly set: string; readonly version: string };

/** Sets that hold more than their name says. Undo came to the API with ExcelApi 1.20, and its own set tells where it works. */
const IMPLIED: readonly (readonly [guard: Requirement, implied: Requirement])[] = [
  [
    { set: "ExcelUndoApiAll", version: "1.0" },
    { set: "ExcelApi", version: "1.20" },
  ],
];

/**
 * The requirement that a declaration's comment states: `[Api set: ExcelApi 1.17]`, or `**Requirement set**: … | RibbonApi 1.1`.
 * Of "1.1 for getting the name; 1.4 for setting it" it is the first. A set without a number counts as 1.1; a preview set
 * keeps its word (`BETA`), which no version reaches. Undefined when the comment states none.
 */
export function requirementIn(comment: string): Requirement | undefined {
  const [, excel, excelVersion] = /\[Api set:\s*(\w+)\s+([\w.]+)/.exec(comment) ?? [];
  if (excel !== undefined && excelVersion !== undefined)
    return { set: excel, version: withoutDot(excelVersion) };
  const [, stated] = /\*\*Requirement sets?\*\*:[^|\n]*\|\s*([^}\n]*)\}/.exec(comment) ?? [];
  if (stated === undefined || stated.startsWith("Not in a set")) return undefined;
  const [set = "", version = "1.1"] = stated.trim().split(/\s+/);
  return { set, version: withoutDot(version) };
}

/** True when one of `known` guarantees `needed`. */
export function isMet(needed: Requirement, known: readonly Requirement[]): boolean {
  return withImplied(known).some(
    ({ set, version }) => set === needed.set && isAtLeast(version, needed.version),
  );
}

function withImplied(known: readonly Requirement[]): readonly Requirement[] {
  const implied = IMPLIED.filter(([{ set }]) => known.some((requirement) => requirement.set === set));
  return [...known, ...implied.map(([, requirement]) => requirement)];
}

function isAtLeast(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = Number.NaN, neededMinor = 0] = needed.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** "1.8." at the end of a sentence. */
function withoutDot(version: string): string {
  return version.replace(/\.$/, "");
}
