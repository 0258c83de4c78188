import { formatBlock } from "../address.ts";
import type { ValidationRule } from "../resources.ts";
import { element, escapeXml, list } from "./xml.ts";

const errorStyles = ["information", "stop", "warning"];
// Univer has kinds of its own; a list that takes several values is a list to Excel, a tick box is no rule at all.
const types: Record<string, string> = { listMultiple: "list", any: "none", checkbox: "none" };

/** The `dataValidations` of a sheet. */
export function dataValidations(rules: ValidationRule[] = []): string {
  return list("dataValidations", rules.flatMap(validation));
}

function validation(rule: ValidationRule): string[] {
  const type = types[rule.type] ?? rule.type;
  const sqref = rule.ranges.map(formatBlock).join(" ");
  if (sqref === "") return [];
  const attributes = {
    type: type === "none" ? undefined : type,
    errorStyle:
      rule.errorStyle === undefined || rule.errorStyle === 1 ? undefined : errorStyles[rule.errorStyle],
    operator: rule.operator === "between" || type === "list" ? undefined : rule.operator,
    allowBlank: rule.allowBlank || undefined,
    showDropDown: (type === "list" && rule.renderMode === 0) || undefined,
    showInputMessage: rule.showInputMessage || undefined,
    showErrorMessage: rule.showErrorMessage || undefined,
    errorTitle: rule.errorTitle,
    error: rule.error,
    promptTitle: rule.promptTitle,
    prompt: rule.prompt,
    sqref,
  };
  return [
    element(
      "dataValidation",
      attributes,
      operand("formula1", rule.formula1, type),
      operand("formula2", rule.formula2, type),
    ),
  ];
}

function operand(name: string, text: string | undefined, type: string): string {
  if (text === undefined || text === "" || type === "none") return "";
  if (text.startsWith("=")) return element(name, {}, escapeXml(text.slice(1)));
  return element(name, {}, escapeXml(type === "list" ? `"${listText(text).replaceAll('"', '""')}"` : text));
}

/** Univer writes a list of choices with commas between, or as JSON where a choice has a comma of its own. */
function listText(text: string): string {
  if (!text.startsWith("[")) return text;
  const choices: unknown = JSON.parse(text);
  return Array.isArray(choices) ? choices.join(",") : text;
}
