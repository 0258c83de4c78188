import type { State } from "./state.ts";

/** Names and lists that speak of a sheet, after it got another name. */
export function followRename(state: State, nameBefore: string, nameAfter: string): Partial<State> {
  const renamed = (formula: string): string => renamedIn(formula, nameBefore, nameAfter);
  return {
    names: state.names.map((name) => ({ ...name, formula: renamed(name.formula) })),
    validations: state.validations.map((validation) => ({
      ...validation,
      rule: renamedRule(validation.rule, renamed),
    })),
  };
}

/** A formula with each mention of a sheet by its new name. */
function renamedIn(formula: string, nameBefore: string, nameAfter: string): string {
  const quote = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
  return formula
    .replaceAll(quote(nameBefore), quote(nameAfter))
    .replace(plainMention(nameBefore), quote(nameAfter));
}

const plainMention = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.'])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}!`, "giu");

function renamedRule(
  rule: Readonly<Record<string, unknown>>,
  renamed: (formula: string) => string,
): Record<string, unknown> {
  const inner = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? renamed(value) : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]));
  };
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, inner(value)]));
}
