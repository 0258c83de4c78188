import type { CellValue } from "../grid/contents.ts";
import type { ConditionalFormatState } from "../state/state.ts";

/** Whether a rule by value or by text, its operands being plain, holds for a value. */
export function holds({ type, rule }: ConditionalFormatState, value: CellValue): boolean {
  if (type === "ContainsText") return textHolds(String(rule.operator), String(rule.text), String(value));
  return valueHolds(String(rule.operator), value, operand(rule.formula1), operand(rule.formula2));
}

function textHolds(operator: string, text: string, value: string): boolean {
  const [needle, hay] = [text.toLowerCase(), value.toLowerCase()];
  if (operator === "NotContains") return !hay.includes(needle);
  if (operator === "BeginsWith") return hay.startsWith(needle);
  return operator === "EndsWith" ? hay.endsWith(needle) : hay.includes(needle);
}

/** `5`, `"5"`, `="texto"`: constants as Office.js takes them. */
function operand(formula: unknown): CellValue {
  const text = (typeof formula === "string" ? formula : JSON.stringify(formula ?? "")).replace(/^=/, "");
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function valueHolds(operator: string, value: CellValue, first: CellValue, second: CellValue): boolean {
  const order = compare(value, first);
  const results: Record<string, boolean> = {
    EqualTo: order === 0,
    NotEqualTo: order !== 0,
    GreaterThan: order > 0,
    GreaterThanOrEqual: order >= 0,
    LessThan: order < 0,
    LessThanOrEqual: order <= 0,
    Between: order >= 0 && compare(value, second) <= 0,
    NotBetween: order < 0 || compare(value, second) > 0,
  };
  return results[operator] ?? false;
}

function compare(a: CellValue, b: CellValue): number {
  const left = a === "" && typeof b === "number" ? 0 : a;
  if (typeof left === "number" && typeof b === "number") return left - b;
  if (typeof left !== typeof b) return typeof left === "number" ? -1 : 1;
  return String(left).localeCompare(String(b), "es", { sensitivity: "accent" });
}
