import type { ValidationState } from "../../excel-host/state/state.ts";
import type { ValidationRule } from "../xlsx/resources.ts";
import { toArea, toBlock } from "./areas.ts";
import { field, isRecord, text } from "./facts.ts";

// Office.js calls the kinds by these names; `key` is the field of its rule, `type` what it answers.
const kinds = {
  list: { key: "list", type: "List" },
  whole: { key: "wholeNumber", type: "WholeNumber" },
  decimal: { key: "decimal", type: "Decimal" },
  date: { key: "date", type: "Date" },
  time: { key: "time", type: "Time" },
  textLength: { key: "textLength", type: "TextLength" },
  custom: { key: "custom", type: "Custom" },
} as const;

const operators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

const alertStyles = ["Information", "Stop", "Warning"] as const;

/** The rules of a sheet as the host keeps them: one for each block. Rules of kinds that Excel lacks are left out. */
export function validationsToState(sheetId: string, rules: ValidationRule[]): ValidationState[] {
  return rules.flatMap((rule) => {
    const kind = Object.entries(kinds).find(([word]) => word === rule.type)?.[1];
    if (!kind) return [];
    const facts = {
      rule: { [kind.key]: ruleToState(rule) },
      type: kind.type,
      ignoreBlanks: rule.allowBlank ?? true,
      errorAlert: {
        message: rule.error ?? "",
        title: rule.errorTitle ?? "",
        showAlert: rule.showErrorMessage ?? true,
        style: alertStyles[rule.errorStyle ?? 1],
      },
      prompt: {
        message: rule.prompt ?? "",
        title: rule.promptTitle ?? "",
        showPrompt: rule.showInputMessage ?? true,
      },
    };
    return rule.ranges.map((range) => ({ area: toArea(sheetId, range), ...facts }));
  });
}

/** The host's rules by sheet, as Univer and the file say them. */
export function validationsFromState(
  validations: readonly ValidationState[],
): Record<string, ValidationRule[]> {
  const bySheet: Record<string, ValidationRule[]> = {};
  for (const [index, validation] of validations.entries()) {
    const rule = ruleFromState(validation, `validation-${index}`);
    if (rule) (bySheet[validation.area.sheetId] ??= []).push(rule);
  }
  return bySheet;
}

function ruleToState(rule: ValidationRule): object {
  const { type, formula1 = "", formula2 } = rule;
  if (type === "list") return { inCellDropDown: rule.renderMode !== 0, source: formula1 };
  if (type === "custom") return { formula: formula1 };
  const operator = operators[rule.operator ?? "between"] ?? "Between";
  return {
    formula1: operand(formula1),
    operator,
    ...(formula2 === undefined ? {} : { formula2: operand(formula2) }),
  };
}

function ruleFromState(
  { rule, area, ignoreBlanks, errorAlert, prompt }: ValidationState,
  uid: string,
): ValidationRule | undefined {
  const [type] = Object.entries(kinds).find(([, { key }]) => key in rule) ?? [];
  const content = type ? rule[kinds[type as keyof typeof kinds].key] : undefined;
  if (!type || !isRecord(content)) return undefined;
  const errorStyle = alertStyles.findIndex((style) => style === errorAlert["style"]);
  return {
    uid,
    type,
    ranges: [toBlock(area)],
    ...operandsFromState(type, content),
    allowBlank: ignoreBlanks,
    showErrorMessage: errorAlert["showAlert"] !== false,
    showInputMessage: prompt["showPrompt"] !== false,
    errorStyle: errorStyle === 0 ? 0 : errorStyle === 2 ? 2 : 1,
    ...optional("error", errorAlert["message"]),
    ...optional("errorTitle", errorAlert["title"]),
    ...optional("prompt", prompt["message"]),
    ...optional("promptTitle", prompt["title"]),
  };
}

function operandsFromState(
  type: string,
  content: Readonly<Record<string, unknown>>,
): Partial<ValidationRule> {
  if (type === "list")
    return { formula1: text(content["source"]), renderMode: content["inCellDropDown"] === false ? 0 : 1 };
  if (type === "custom") return { formula1: formula(text(content["formula"])) };
  const word = Object.keys(operators).find((key) => operators[key] === content["operator"]) ?? "between";
  return {
    operator: word,
    formula1: operandText(content["formula1"], type),
    ...(field(content, "formula2") === undefined ? {} : { formula2: operandText(content["formula2"], type) }),
  };
}

/** Office.js takes numbers as numbers, formulas as text. */
function operand(written: string): string | number {
  return written.startsWith("=") || written === "" || Number.isNaN(Number(written))
    ? written
    : Number(written);
}

/** An add-in may give a day as ISO text, which the file says as a serial number. */
function operandText(value: unknown, type: string): string {
  const written = text(value);
  if (type === "date" && /^\d{4}-\d\d-\d\d/.test(written)) {
    return String(Date.parse(`${written.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569);
  }
  return written;
}

function formula(written: string): string {
  return written.startsWith("=") ? written : `=${written}`;
}

function optional<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  return typeof value === "string" && value !== "" ? ({ [key]: value } as Record<Key, string>) : {};
}
